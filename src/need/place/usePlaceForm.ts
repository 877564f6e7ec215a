import { type NeedKind, wrongAnswers } from 'domain/category/category'
import { uuid7 } from 'domain/kernel/id'
import { withoutPersonalData } from 'domain/kernel/withoutPersonalData'
import type { Service } from 'domain/listing/service'
import { useEffect, useState } from 'react'
import { BRAND } from '@/brand'
import { send } from '@/client'
import { randomBytes } from '@/platform/random'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useAppState, useCommunity, useIsGuest } from '@/store/appState'
import { useCatalogue } from '@/store/catalogue'
import { serverNow, useNow } from '@/store/clock'
import { clearPlaceDraft, type PlaceDraft, rememberOwn, useDrafts, writePlaceDraft } from '@/store/drafts'
import { useMe, useService } from '@/store/lists'
import { type Records, useRecords } from '@/store/records'
import { useCalmDraft } from '../store/calmDraft'
import { useMyNeeds } from '../store/needs'
import { BOOKED, isBooked } from './booked'
import { mended, useMending } from './mendPlace'
import {
  categoryOfForm,
  firstOf,
  type PlaceErrors,
  type PlaceForm,
  phoneOf,
  placeArgsOf,
  placeErrors,
  placeForm,
  readyToGuess,
  stillOpen,
  textsOf,
} from './placeForm'

export interface PlacedOrder {
  needId: string
  commandId: string
}

interface Options {
  /** So long an order may be taken back before it goes out (长辈版). */
  holdMs?: number
  onPlaced: (order: PlacedOrder) => void
  /** Leads people to what is still wrong: a field, or `refused`. */
  onWrong: (field: string) => void
}

/** Until a page stands still, and takes the cursor. */
export const ARRIVED_MS = 400

/** The form 点单: what stands on it, what is wrong with it, and how it is sent. */
export function usePlaceForm({ holdMs, onPlaced, onWrong }: Options) {
  const draft = useCalmDraft()
  const own = useDrafts((drafts) => drafts.own)
  const service = useService(draft.serviceId ?? '')
  const taught = useRecords(taughtIn)
  useEffect(() => {
    const timer = setTimeout(readyToGuess, ARRIVED_MS)
    return () => clearTimeout(timer)
  }, [])
  useCatalogue()
  const form = stillOpen(placeForm(draft, useMe(), useCommunity(), own, taught), service, useNow())
  const mending = { field: useMending((state) => state.field), text: useMending((state) => state.text) }
  const [consent, setConsent] = useState(false)
  const [tried, setTried] = useState(false)
  const [unkept, setUnkept] = useState<string>()
  const guest = useIsGuest()
  const booked = isBooked(form, useMyNeeds(), useMe())
  const { where, ...wrong }: PlaceErrors = {
    ...refusedField(mending, form),
    ...placeErrors(form, consent, tried),
    ...(booked ? { session: BOOKED } : {}),
  }
  // Whoever logs in has a home: a guest is not asked for it before.
  const errors: PlaceErrors = where && !guest ? { ...wrong, where } : wrong
  const refused = unkept ?? (mending.field === undefined ? mending.text : undefined)

  const write = (changes: PlaceDraft) => {
    if (unkept) setUnkept(undefined) // React draws once more to find that nothing has changed
    mended()
    writePlaceDraft(changes)
  }

  const submit = async () => {
    setTried(true)
    if (booked) return onWrong('session')
    const { where: nowhere, ...others } = placeErrors(formNow(service), consent, true)
    const first = firstOf(nowhere && !guest ? { where: nowhere, ...others } : others)
    if (first) return onWrong(first)
    // And they may live elsewhere: what they saw on the form stays.
    if (form.communityCode) writePlaceDraft(areaOf(form))
    await requireLogIn()
    const last = formNow(service)
    const still = firstOf(placeErrors(last, consent, true))
    if (still) return onWrong(still)
    const needId = last.id ?? uuid7(Date.parse(serverNow()), randomBytes(10))
    const sent = send('need.place', placeArgsOf(last, needId, service), {
      id: needId,
      ...(holdMs ? { holdMs } : {}),
    })
    if (!sent.ok) {
      setUnkept(sent.text)
      return onWrong('refused')
    }
    setTried(false)
    setConsent(false)
    startAfresh(last)
    onPlaced({ needId, commandId: sent.commandId })
  }

  /** 去掉号码再送: a mobile number goes where it belongs. */
  const cutNumbers = () => {
    write(withoutNumbers(formNow(service)))
    return submit()
  }

  /** What is wrong with what stands there now: what is drawn waits for a pause in typing. */
  const wrongNow = () => placeErrors(formNow(service), consent, true)

  return { form, service, errors, booked, refused, consent, setConsent, write, submit, cutNumbers, wrongNow }
}

/** Of the district that this app serves. */
const taughtIn = ({ lessons }: Records) => lessons[BRAND.districtCode]?.taught

/** As it stands in the stores, also after somebody has logged in meanwhile. */
function formNow(service: Service | undefined): PlaceForm {
  const { place, own } = useDrafts.getState()
  const records = useRecords.getState()
  const form = placeForm(place, records.me, useAppState.getState().community, own, taughtIn(records))
  return stillOpen(form, service, serverNow())
}

function refusedField(
  { field, text }: { field?: string | undefined; text?: string | undefined },
  form: PlaceForm,
) {
  const errors: PlaceErrors = {}
  if (!field || !text) return errors
  const category = categoryOfForm(form)
  const [question] =
    field === 'answer' && category
      ? [...wrongAnswers(category, form.answers ?? {}), ...category.questions]
      : []
  errors[question ? `answer-${question.key}` : field] = text
  return errors
}

function withoutNumbers(form: PlaceForm): PlaceDraft {
  const cut = Object.entries(textsOf(form)).map(
    ([field, text]) => [field, withoutPersonalData(text)] as const,
  )
  const { words, when, alias, who, relation, ...answers } = Object.fromEntries(
    cut.map(([field, { text }]) => [field, text]),
  )
  const phone = form.contact?.phone || cut.find(([, { phone: found }]) => found)?.[1].phone
  const said = Object.entries(answers).map(([field, text]) => [field.slice('answer-'.length), text] as const)
  return {
    words,
    alias,
    whenText: when,
    ...(form.placedFor && { placedFor: { ...form.placedFor, alias: who, relation } }),
    answers: {
      ...form.answers,
      ...Object.fromEntries(said.filter(([key]) => typeof form.answers?.[key] === 'string')),
    },
    contact: { ...form.contact, phone },
  }
}

const areaOf = ({ communityCode, gridCode }: PlaceForm) => ({ communityCode, gridCode })

/** How to reach somebody is typed once; how to reach another person goes with their need. */
function startAfresh(form: PlaceForm) {
  const { own } = useDrafts.getState()
  clearPlaceDraft(form.id)
  if (form.placedFor) return
  const atHome = form.kind === 'help' || form.kind === 'wish'
  const phone = phoneOf(form)
  if (atHome) rememberOwn({ contact: { ...form.contact, phone }, ...areaOf(form) })
  else rememberOwn({ ...own, contact: { ...own.contact, phone } })
}

/** Another kind: its categories are others, and a listed service is no longer the one ordered. */
export const ofKind = (kind: NeedKind): PlaceDraft => ({
  kind,
  categoryCode: undefined,
  answers: undefined,
  serviceId: undefined,
  sessionId: undefined,
})

import type { NeedKind } from 'domain/category'
import { uuid7 } from 'domain/id'
import { placesLeft, type Service, upcoming } from 'domain/service'
import { useState } from 'react'
import { randomBytes } from '@/platform/random'
import { scrollToId } from '@/platform/scroll'
import { clearPlaceDraft, type PlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { useMe, useService } from '@/store/lists'
import { serverNow, useCommunity } from '@/store/session'
import { now, send } from '@/sync'
import { requireLogIn } from '../requireLogIn'
import { firstOf, type PlaceForm, placeArgsOf, placeErrors, placeForm } from './placeForm'

/** The form 点单: what stands on it, what is wrong with it, and how it is sent. */
export function usePlaceForm(onPlaced: (needId: string) => void) {
  const draft = useDrafts((state) => state.place)
  const service = useService(draft.serviceId ?? '')
  const form = withOpenSession(placeForm(draft, useMe(), useCommunity()), service)
  const [consent, setConsent] = useState(false)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const errors = placeErrors(form, consent, tried)

  const write = (changes: PlaceDraft) => {
    setRefused(undefined)
    writePlaceDraft(changes)
  }

  const submit = async () => {
    setTried(true)
    const first = firstOf(placeErrors(form, consent, true))
    if (first) return scrollToId(`place-${first}`)
    // Whoever logs in now may live elsewhere: what they saw on the form stays.
    writePlaceDraft(areaOf(form))
    await requireLogIn()
    const id = uuid7(Date.parse(now()), randomBytes(10))
    const sent = send('need.place', placeArgsOf(form, id, service?.title))
    if (!sent.ok) {
      setRefused(sent.text)
      return scrollToId('place-refused')
    }
    setTried(false)
    setConsent(false)
    startAfresh(form)
    onPlaced(id)
  }

  return { form, service, errors, refused, consent, setConsent, write, submit }
}

/** A sitting that is over or full by now has to be picked anew. */
function withOpenSession(form: PlaceForm, service: Service | undefined): PlaceForm {
  const open = service && upcoming(service, serverNow()).filter((session) => placesLeft(session) > 0)
  const still = !open || open.some(({ id }) => id === form.sessionId)
  return still ? form : { ...form, sessionId: undefined }
}

const areaOf = ({ communityCode, gridCode }: PlaceForm) => ({ communityCode, gridCode })

/** How to reach somebody is typed once; how to reach another person goes with their need. */
function startAfresh({ placedFor, contact }: PlaceForm) {
  clearPlaceDraft()
  if (contact && !placedFor) writePlaceDraft({ contact })
}

/** Another kind: its categories are others, and a listed service is no longer the one ordered. */
export const ofKind = (kind: NeedKind): PlaceDraft => ({
  kind,
  categoryCode: undefined,
  answers: undefined,
  serviceId: undefined,
  sessionId: undefined,
})

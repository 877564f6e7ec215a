import { homeOf, type Person } from 'domain/actor'
import { type AreaCode, contains } from 'domain/area'
import {
  type Answer,
  type Category,
  findCategory,
  type NeedKind,
  unanswered,
  wrongAnswers,
} from 'domain/category'
import { contact, type PlaceArgs } from 'domain/place'
import { holdsPersonalData } from 'domain/text'
import type { PlaceDraft } from '@/store/drafts'
import { orderWords } from '@/view/needStory'
import { SOON } from '@/view/when'

/** What stands on the form: the draft, with what is most likely where nothing was chosen yet. */
export type PlaceForm = PlaceDraft & { kind: NeedKind }
/** By field, such as `words` or `answer-what`. */
export type PlaceErrors = Record<string, string>

export function placeForm(
  draft: PlaceDraft,
  me: Person | undefined,
  looked: AreaCode | undefined,
): PlaceForm {
  const communityCode = draft.communityCode ?? (me ? homeOf(me) : looked)
  const homeGrid = me && communityCode && contains(communityCode, me.homeGrid) ? me.homeGrid : undefined
  // Somebody who chose a community and no grid in it does not know the grid.
  const gridCode = draft.communityCode ? draft.gridCode : homeGrid
  return { ...draft, kind: draft.kind ?? 'help', communityCode, gridCode, answers: answersOf(draft) }
}

/** Only answers to what this category asks; those to another one stay behind, also under the same key. */
function answersOf({ categoryCode, answers = {} }: PlaceDraft): Record<string, Answer> {
  const category = categoryCode ? findCategory(categoryCode) : undefined
  if (!category) return {}
  const wrong = wrongAnswers(category, answers).map(({ key }) => key)
  return Object.fromEntries(
    category.questions.flatMap(({ key }) => {
      const given = answers[key]
      return given === undefined || given === '' || wrong.includes(key) ? [] : [[key, given]]
    }),
  )
}

export const categoryOfForm = ({ categoryCode }: PlaceForm): Category | undefined =>
  categoryCode ? findCategory(categoryCode) : undefined

const filled = (text: string | undefined) => text?.trim() || undefined

const PRIVATE = '这里有身份证号或电话号码，为了您的安全不会送出。去掉号码就能送，电话请填在下面“联系电话”里'

/** Numbers in words that others will read. Said at once, not only at the end. */
function personalData(form: PlaceForm): PlaceErrors {
  const texts: Record<string, unknown> = {
    words: form.words,
    when: form.whenText,
    alias: form.alias,
    who: form.placedFor?.alias,
    relation: form.placedFor?.relation,
  }
  for (const [key, given] of Object.entries(form.answers ?? {})) texts[`answer-${key}`] = given
  const told = Object.entries(texts).filter(([, text]) => text && holdsPersonalData(String(text)))
  return Object.fromEntries(told.map(([field]) => [field, PRIVATE]))
}

function missing(form: PlaceForm, consent: boolean): PlaceErrors {
  const errors: PlaceErrors = {}
  const category = categoryOfForm(form)
  const ordered = form.kind === 'service'
  if (!category) errors.category = '请选一类，社区好找对人'
  for (const { key, type } of category ? unanswered(category, form.answers ?? {}) : [])
    errors[`answer-${key}`] = type === 'choice' || type === 'bool' ? '请选一项' : '请填一下'
  if (ordered && !form.sessionId) errors.session = '请选一场'
  if (!ordered && !filled(form.words)) errors.words = '说一句想请人办的事就行'
  if (!form.communityCode) errors.where = '请选社区，才知道由谁来办'
  if (form.placedFor && !filled(form.placedFor.alias)) errors.who = '请写怎么称呼对方，比如：黄伯'
  if (form.placedFor && !filled(form.placedFor.relation)) errors.relation = '请选对方是您的什么人'
  if (form.placedFor && !form.placedFor.knows) errors.knows = '请先告诉对方一声，再勾选'
  const phone = filled(form.contact?.phone)
  if (phone && !contact.safeParse({ phone }).success)
    errors.phone = '号码好像不对。手机是 11 位，座机前面要加区号'
  if (!consent) errors.consent = '请先勾选同意，再提交'
  return errors
}

/** @param tried whether somebody has tapped 提交: before that nobody is told what is still missing */
export const placeErrors = (form: PlaceForm, consent: boolean, tried: boolean): PlaceErrors => ({
  ...(tried ? missing(form, consent) : {}),
  ...personalData(form),
})

const ORDER = ['category', 'session', 'answer', 'words', 'alias', 'when', 'where', 'who', 'relation', 'phone']
const rank = (field: string) => {
  const at = ORDER.indexOf(field.split('-')[0] ?? field)
  return at < 0 ? ORDER.length : at
}

/** The highest on the page. */
export const firstOf = (errors: PlaceErrors): string | undefined =>
  Object.keys(errors).sort((a, b) => rank(a) - rank(b))[0]

/** @param ordered the title of the listed service: what is said where there is nothing to add */
export function placeArgsOf(form: PlaceForm, id: string, ordered: string | undefined): PlaceArgs {
  const category = categoryOfForm(form)
  const { placedFor, contact: reach = {} } = form
  return {
    id,
    kind: form.kind,
    categoryCode: form.categoryCode ?? '',
    communityCode: form.communityCode ?? '',
    gridCode: form.gridCode,
    title: ordered,
    words: filled(form.words) ?? (ordered ? orderWords(ordered) : ''),
    answers: form.answers ?? {},
    whenText: form.kind === 'service' ? undefined : filled(form.whenText),
    urgency: form.whenText === SOON ? 'high' : 'normal',
    alias: category?.sensitive ? filled(form.alias) : undefined,
    placedFor,
    contact: { phone: filled(reach.phone)?.replace(/\s/g, ''), address: filled(reach.address) },
    consent: true,
    serviceId: form.serviceId,
    sessionId: form.sessionId,
  }
}

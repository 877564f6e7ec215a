import type { Question } from 'domain/category/category'
import { areasCollected, communitiesCollected } from 'domain/kernel/actor'
import { type AreaCode, contains, levelOf } from 'domain/kernel/area'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { cleaned } from 'domain/kernel/text'
import type { PlaceArgs } from 'domain/need/place'
import type { Person } from 'domain/person/person'
import { categoriesOf, findCategory } from '@/store/catalogue'
import type { EventDraft } from '@/store/drafts'
import {
  askedOf,
  missingAnswers,
  type PlaceErrors,
  type PlaceForm,
  PRIVATE,
  placeArgsOf,
  placeErrors,
  placeForm,
} from '../place/placeForm'

export type EventForm = PlaceForm & { spot?: string | undefined }

/** What stands on the form 网格事件: the order of kind `report` that the draft will become. */
export function eventForm({ spot, ...draft }: EventDraft, me: Person): EventForm {
  const own = communitiesCollected(me)
  const chosen = own.find((code) => code === draft.communityCode)
  const area = chosen
    ? { communityCode: chosen, gridCode: draft.gridCode }
    : { communityCode: own[0], gridCode: gridOf(me, own[0]) }
  const form = placeForm({ ...draft, ...area, kind: 'report' }, me, undefined)
  // Who collects in the field says which it is: nothing is sent as 其他 only because the words leave it open.
  const categoryCode = askedOf(form).length > 0 ? undefined : form.categoryCode
  return { ...form, categoryCode, urgency: draft.urgency ?? 'normal', spot }
}

/** The grid that somebody looks after in a community, otherwise the one they live in. */
function gridOf(me: Person, community: AreaCode | undefined): AreaCode | undefined {
  const grids = areasCollected(me).filter((code) => levelOf(code) === 'grid')
  return community && [...grids, me.homeGrid].find((code) => contains(community, code))
}

/** The first of a type is chosen with it: one tap for the most frequent. */
export const firstOfType = (type: string) => categoriesOf('report').find(({ group }) => group === type)?.code

export const questionsOf = ({ categoryCode = '' }: EventForm): Question[] =>
  (findCategory(categoryCode)?.questions ?? []).filter(({ required }) => required)

/** Where, then what: in their own words, or as it was tapped where there is nothing to add. */
export function eventWords(form: EventForm): string {
  const category = findCategory(form.categoryCode ?? '')
  const tapped = questionsOf(form).flatMap(({ key, type }) =>
    type === 'choice' ? (form.answers?.[key] ?? []) : [],
  )
  const said = cleaned(form.words ?? '') || [category?.name, ...tapped].filter(Boolean).join('，')
  return [cleaned(form.spot ?? ''), said].filter(Boolean).join('：')
}

/** As on the form 点单, and where it is. @param tried whether somebody has tapped 上报 */
export function eventErrors(form: EventForm, tried: boolean): PlaceErrors {
  const { words: _, ...errors } = placeErrors({ ...form, words: eventWords(form) }, true, tried)
  if (tried) Object.assign(errors, missingAnswers(form))
  if (tried && !cleaned(form.spot ?? '')) errors.spot = '写一句在哪里，去的人好找'
  if (tried && !form.categoryCode) errors.category = '请选一类，好分派给对口的人'
  for (const field of ['spot', 'words'] as const)
    if (holdsPersonalData(form[field] ?? '')) errors[field] = PRIVATE
  return errors
}

const ORDER = ['spot', 'category', 'answer', 'words']

/** The highest on the page. */
export const firstWrong = (errors: PlaceErrors): string | undefined =>
  ORDER.find((place) => Object.keys(errors).some((field) => field.split('-')[0] === place))

/** Nobody ticked 同意, for it tells of nobody. */
export const eventArgs = (form: EventForm, id: string): PlaceArgs => ({
  ...placeArgsOf({ ...form, words: eventWords(form) }, id, undefined),
  urgency: form.urgency ?? 'normal',
  contact: undefined,
  consent: false,
})

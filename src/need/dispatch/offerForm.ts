import type { Actor } from 'domain/kernel/actor'
import type { AreaCode } from 'domain/kernel/area'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { REFUSALS, type RefusalCode } from 'domain/kernel/refusal'
import { cleaned } from 'domain/kernel/text'
import type { Instant } from 'domain/kernel/time'
import type { MoveArgs } from 'domain/need/moves'
import type { Need } from 'domain/need/need'
import { refusal } from 'domain/need/workflow'

/** What somebody has chosen so far on the dispatch page. */
export interface OfferForm {
  /** The pool of this area; none: only those who are named. */
  pool: AreaCode | undefined
  personIds: string[]
  orgIds: string[]
  headcount: number
  publicText: string
  note: string
}

export const MOST_PEOPLE = 20

/** @param to whom to begin with */
export const newForm = (need: Need, to?: string): OfferForm => ({
  pool: undefined,
  personIds: to ? [to] : [],
  orgIds: [],
  headcount: need.headcount,
  publicText: need.publicText ?? '',
  note: '',
})

export const moveOf = (need: Need, form: OfferForm): Extract<MoveArgs, { action: 'dispatch' }> => ({
  needId: need.id,
  action: 'dispatch',
  offer: { areaCode: form.pool, personIds: form.personIds, orgIds: form.orgIds },
  headcount: form.headcount,
  publicText: cleaned(form.publicText) || undefined,
  note: cleaned(form.note) || undefined,
})

/** Whether a reason is wanted, because somebody has set out already; the table knows. */
export const asksReason = (need: Need, me: Actor, now: Instant) => {
  const anyOffer = { areaCode: need.communityCode, personIds: [], orgIds: [] }
  return refusal(need, 'dispatch', { action: 'dispatch', offer: anyOffer }, me, now) === 'reasonNeeded'
}

export interface OfferErrors {
  offer?: string | undefined
  publicText?: string | undefined
  note?: string | undefined
}

const FIELD: Partial<Record<RefusalCode, keyof OfferErrors>> = { reasonNeeded: 'note' }
const NUMBERS = '这里有电话或身份证号，请去掉'

/** Under each field what to put right; none when it can be sent. */
export function errorsOf(need: Need, form: OfferForm, me: Actor, now: Instant): OfferErrors {
  const errors: OfferErrors = {}
  const code = refusal(need, 'dispatch', moveOf(need, form), me, now)
  if (code) errors[FIELD[code] ?? 'offer'] = REFUSALS[code].text
  if (holdsPersonalData(form.publicText)) errors.publicText = NUMBERS
  if (holdsPersonalData(form.note)) errors.note = NUMBERS
  return errors
}

/** 放到本社区大厅，请 2 位来接，派给 1 个组织 */
export function summaryText(form: OfferForm, poolName: string | undefined): string {
  const parts = [
    poolName && `放到${poolName}大厅`,
    form.personIds.length > 0 && `请 ${form.personIds.length} 位来接`,
    form.orgIds.length > 0 && `派给 ${form.orgIds.length} 个组织`,
  ]
  return parts.filter(Boolean).join('，') || '还没选好派给谁'
}

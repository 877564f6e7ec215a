import type { Need } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import type { Mine } from 'domain/need/relations'
import type { Person } from 'domain/person/person'
import { clearRecords, type NeedView, publishMe, publishRecords } from '@/store/records'
import { aNeed, idOf, noon, toPool } from '../../../support/builders'

/** A need as the sync would publish it. */
export function aView(n: number, more: Partial<Need> = {}, rest: Partial<NeedView> = {}): NeedView {
  const need = aNeed({ id: idOf('n', n), ...more })
  return { summary: summaryOf(need), need, whole: true, listed: true, waiting: [], local: false, ...rest }
}
export const offered = { status: 'dispatched', offer: toPool, dispatchedAt: noon } as const
export const as = (...relations: Mine['as']): Pick<NeedView, 'mine'> => ({ mine: { as: relations } })
export const claiming: Pick<NeedView, 'waiting'> = {
  waiting: [{ commandId: idOf('c', 1), name: 'need.move', action: 'claim', since: noon, aside: false }],
}

export const publish = (...views: NeedView[]) =>
  publishRecords({ needs: Object.fromEntries(views.map((view) => [view.need.id, view])) })

export const logIn = (person: Partial<Person>) => publishMe(person as Person)

export const emptyRecords = clearRecords

export const idsOf = (views: NeedView[]) => views.map(({ need }) => Number.parseInt(need.id.slice(-12), 16))

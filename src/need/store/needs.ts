import type { NeedKind } from 'domain/category/category'
import { type Actor, staffAreas } from 'domain/kernel/actor'
import { type AreaCode, contains } from 'domain/kernel/area'
import { type Instant, plusDays } from 'domain/kernel/time'
import type { NeedAction } from 'domain/need/moves'
import { areaOf } from 'domain/need/need'
import { FORMER_DAYS, type Relation } from 'domain/need/relations'
import { searchedInSummary, searchedInWhole } from 'domain/need/searched'
import { awaits, isOpen, type NeedStatus } from 'domain/need/status'
import { actionsFor, barrier } from 'domain/need/workflow'
import { type NeedView, type Records, useRecords } from '@/store/records'
import { useSelected, useSelectedNow } from '@/store/selected'
import { rowFinder } from '@/store/words'
import { byDeadline, byNewest, byUrgency, type NeedSort, SORTS } from './sort'

/** Left out: any. */
export interface NeedFilter {
  /** This area and all below it. */
  area?: AreaCode | undefined
  statuses?: readonly NeedStatus[] | undefined
  kind?: NeedKind | undefined
  categoryCode?: string | undefined
  /** Words in what the list shows of it, in its category, or its number. */
  q?: string | undefined
  /** Only what any visitor may see (需求清单). */
  listed?: boolean | undefined
}

const fits = (view: NeedView, { area, statuses, kind, categoryCode, listed }: NeedFilter) =>
  (!listed || view.listed) &&
  (!area || contains(area, areaOf(view.need))) &&
  (!statuses || statuses.includes(view.need.status)) &&
  (!kind || view.need.kind === kind) &&
  (!categoryCode || view.need.categoryCode === categoryCode)

const searched = ({ summary, need }: NeedView) => [
  ...searchedInSummary(summary),
  ...searchedInWhole(need, summary),
  need.number,
]

const views = ({ needs }: Pick<Records, 'needs'>) => Object.values(needs)

export const useNeed = (id: string): NeedView | undefined => useRecords(({ needs }) => needs[id])

/** What this phone holds and a filter lets through. Draws again only when one of these rows changes. */
export function useNeeds(filter: NeedFilter, order: NeedSort = 'newest'): NeedView[] {
  return useSelected(
    ({ needs }) => needs,
    (records) =>
      views(records)
        .filter((view) => fits(view, filter))
        .filter(rowFinder(filter.q, searched))
        .sort(SORTS[order]),
    order + JSON.stringify(filter),
  )
}

/** Some needs by id, in that order; those not held are left out. For pages of a list asked of the server. */
export const useNeedsOf = (ids: readonly string[]): NeedView[] =>
  useSelected(
    ({ needs }) => needs,
    ({ needs }) => ids.flatMap((id) => needs[id] ?? []),
    ids.join(),
  )

const CONTESTED: readonly NeedAction[] = ['claim', 'decline']

/** The buttons of a need, from the workflow table; none that this phone has already sent for. */
export function actionsOn(view: NeedView, me: Actor, now: Instant): NeedAction[] {
  const claiming = view.waiting.some((each) => each.action === 'claim')
  return actionsFor(view.need, me, now).filter((action) => !claiming || !CONTESTED.includes(action))
}

export const useNeedActions = (id: string): NeedAction[] =>
  useSelectedNow(
    ({ needs, me }) => [needs[id], me],
    ({ needs, me }, now) => {
      const view = needs[id]
      return view && me ? actionsOn(view, me, now) : []
    },
    id,
  )

const is = (view: NeedView, ...relations: Relation[]) =>
  relations.some((relation) => view.mine?.as.includes(relation))

export const isMine = (view: NeedView) => is(view, 'requester', 'placer', 'asker')
export const isClaiming = (view: NeedView) => view.waiting.some((each) => each.action === 'claim')
const isTask = (view: NeedView) => is(view, 'holder') || isClaiming(view)

/** 我的点单: placed by me or for me, or asked for too; newest first. */
export const useMyNeeds = (): NeedView[] =>
  useSelected(
    ({ needs }) => needs,
    (records) => views(records).filter(isMine).sort(byNewest),
  )

/** 我上报的: problems that I told of, newest first. */
export const useMyReports = (): NeedView[] =>
  useSelected(
    ({ needs }) => needs,
    (records) =>
      views(records)
        .filter((view) => isMine(view) && view.need.kind === 'report')
        .sort(byNewest),
  )

/** 我的任务: what I hold or have asked to hold, what falls due first. `ended`: what I helped with instead. */
export const useMyTasks = ({ ended = false }: { ended?: boolean } = {}): NeedView[] =>
  useSelected(
    ({ needs }) => needs,
    (records) =>
      views(records)
        .filter((view) => (ended ? is(view, 'helped') : isTask(view)))
        .sort(ended ? SORTS.changed : byDeadline),
    String(ended),
  )

/** Tasks that another has ended, for as long as people are told: the newest first. */
export const useFormerTasks = (): NeedView[] =>
  useSelectedNow(
    ({ needs }) => needs,
    (records, now) =>
      views(records)
        .filter((view) => !isTask(view) && isFormer(view, now))
        .sort((a, b) => ((a.mine?.ended?.at ?? '') < (b.mine?.ended?.at ?? '') ? 1 : -1)),
  )

/** Whether somebody is told that their task was ended: also without a network no longer than the server tells them. */
export const isFormer = ({ mine }: NeedView, now: Instant) =>
  mine?.ended !== undefined && mine.as.includes('former') && now < plusDays(mine.ended.at, FORMER_DAYS)

const mayClaim = (view: NeedView, me: Actor, now: Instant) => !barrier(view.need, 'claim', me, now)

const byInvitation = (a: NeedView, b: NeedView) => Number(is(b, 'invited')) - Number(is(a, 'invited'))

/** 接单大厅: what I may claim now. Invitations first, then by urgency and by how soon somebody is needed. */
export const usePool = (): NeedView[] => useSelectedNow(({ needs, me }) => [needs, me], poolOf)

export const poolOf = ({ needs, me }: Pick<Records, 'needs' | 'me'>, now: Instant): NeedView[] =>
  me
    ? views({ needs })
        .filter((view) => mayClaim(view, me, now))
        .sort((a, b) => byInvitation(a, b) || byUrgency(a, b) || byDeadline(a, b))
    : []

export const queueOf = ({ needs, me }: Pick<Records, 'needs' | 'me'>): NeedView[] => {
  const areas = me ? staffAreas(me) : []
  return views({ needs })
    .filter((view) => isOpen(view.need) && areas.some((area) => contains(area, areaOf(view.need))))
    .sort(byDeadline)
}

/** 待办: what the communities and grids that I work for still owe; what is late first. */
export const useQueue = (): NeedView[] => useSelected(({ needs, me }) => [needs, me], queueOf)

/** What waits for this person to do something: badges. */
export interface Counts {
  /** Mine that wait for my rating. */
  toRate: number
  tasks: number
  /** Of my queue: waiting for a dispatch. */
  toDispatch: number
}

export const useCounts = (): Counts => useSelected(({ needs, me }) => [needs, me], countsOf)

function countsOf({ needs, me }: Pick<Records, 'needs' | 'me'>): Counts {
  const areas = me ? staffAreas(me) : []
  const counts = { toRate: 0, tasks: 0, toDispatch: 0 }
  for (const view of views({ needs })) {
    if (awaits(view.need) === 'rate' && is(view, 'requester')) counts.toRate++
    if (isTask(view)) counts.tasks++
    if (awaits(view.need) === 'dispatch' && areas.some((area) => contains(area, areaOf(view.need))))
      counts.toDispatch++
  }
  return counts
}

import * as z from 'zod/mini'
import { UNKNOWN, type Unknown } from '../kernel/reading'

/** What the rules ask of a status. */
interface StatusRule {
  /** What people call it, everywhere. */
  name: string
  /** The step that it waits for. */
  awaits?: 'dispatch' | 'claim' | 'start' | 'finish' | 'rate'
  /** Still to be done: neither served nor ended. */
  open: boolean
  /** The promise that runs: to find somebody, or to have it done. */
  promise?: 'respondBy' | 'finishBy'
  /** A helper who was offered it may still join, where there is room. */
  joins?: true
  /** Nothing is to be done any more, and nothing to be said: it was done, or ended `otherwise`. */
  end?: 'done' | 'otherwise'
  /** Of the five on the way to the end; past them when all are done. */
  step?: number
}

const OPEN = { open: true } as const
const ENDED = { open: false } as const

/** 状态: each status of a need, on the way and then the endings. */
const RULES = {
  placed: { name: '待派单', ...OPEN, awaits: 'dispatch', promise: 'respondBy', step: 1 },
  dispatched: { name: '待接单', ...OPEN, awaits: 'claim', promise: 'respondBy', joins: true, step: 2 },
  claimed: { name: '已接单', ...OPEN, awaits: 'start', promise: 'finishBy', step: 3 },
  serving: { name: '服务中', ...OPEN, awaits: 'finish', promise: 'finishBy', joins: true, step: 4 },
  served: { name: '待评价', open: false, awaits: 'rate', step: 5 },
  closed: { name: '已办结', ...ENDED, end: 'done', step: 6 },
  rejected: { name: '不予受理', ...ENDED, end: 'otherwise' },
  withdrawn: { name: '已撤单', ...ENDED, end: 'otherwise' },
  merged: { name: '已并单', ...ENDED, end: 'otherwise' },
} as const satisfies Record<string, StatusRule>

export type StatusRules = typeof RULES
type Known = keyof StatusRules
/** `unknown` only in rows that were read (`reading.ts`). */
export type NeedStatus = Known | Unknown

export const NEED_STATUSES = Object.keys(RULES) as [Known, ...Known[]]
export const needStatus = z.enum(NEED_STATUSES) as z.ZodMiniType<NeedStatus>

export const STATUSES: Readonly<Record<NeedStatus, StatusRule>> = {
  ...RULES,
  [UNKNOWN]: { name: '有新进展', open: false },
}

interface Standing {
  status: NeedStatus
}

export const isOpen = ({ status }: Standing) => STATUSES[status].open

export const isEnded = ({ status }: Standing) => STATUSES[status].end !== undefined

/** Somebody says that it is done: to be rated, or closed. */
export const isFinished = ({ status }: Standing) =>
  STATUSES[status].awaits === 'rate' || STATUSES[status].end === 'done'

/** Ended without having been done: nobody finds it in a list, and a place that it had is free again. */
export const endedOtherwise = ({ status }: Standing) => STATUSES[status].end === 'otherwise'

/** The step that a need waits for; none once it has ended. */
export const awaits = ({ status }: Standing) => STATUSES[status].awaits

const statusesWhere = (holds: (rule: StatusRule) => boolean): readonly NeedStatus[] =>
  NEED_STATUSES.filter((status) => holds(RULES[status]))

export const OPEN_STATUSES = statusesWhere(({ open }) => open)
export const ENDED_STATUSES = statusesWhere(({ end }) => end !== undefined)
export const OTHERWISE_ENDED = statusesWhere(({ end }) => end === 'otherwise')
/** Somebody is to be found: the promise to respond runs. */
export const RESPONSE_STATUSES = statusesWhere(({ promise }) => promise === 'respondBy')
/** What any visitor may find: from the first dispatch on, unless it ended otherwise. */
export const PUBLIC_STATUSES = statusesWhere(
  ({ awaits, end }) => awaits !== 'dispatch' && end !== 'otherwise',
)
/** On offer: what helpers look for. */
export const OFFERED = statusesWhere(({ awaits }) => awaits === 'claim')
export const UNRATED = statusesWhere(({ awaits }) => awaits === 'rate')
/** Those that wait for a dispatcher. */
export const UNDISPATCHED = statusesWhere(({ awaits }) => awaits === 'dispatch')

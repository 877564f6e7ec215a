import * as z from 'zod/mini'
import { seen } from '../kernel/seen'
import { id, words } from '../kernel/text'
import { offer, type WhenSpan } from './need'

const note = z.optional(words(300))
const move = <A extends string, S extends z.core.$ZodShape>(action: A, says: S) =>
  z.strictObject({ needId: id, action: z.literal(action), note, seen: z.optional(seen), ...says })

const headcount = z.int().check(z.gte(1), z.lte(20))

/** Arguments of `need.move`: one shape an action. `note` is the reason where the action asks for one. */
export const moveArgs = z.discriminatedUnion('action', [
  move('dispatch', {
    offer,
    headcount: z.optional(headcount),
    /** What the public reads of it. */
    publicText: z.optional(words(60)),
  }),
  move('claim', {}),
  move('decline', {}),
  move('start', {}),
  move('release', {}),
  /** `minutes`: how long it took, where the finisher says so. */
  move('finish', { minutes: z.optional(z.int().check(z.gte(1), z.lte(1440))) }),
  move('rate', { score: z.int().check(z.gte(1), z.lte(4)) }),
  move('reopen', {}),
  /** `score`: the rating that staff record for somebody without a phone. */
  move('followUp', { score: z.optional(z.int().check(z.gte(1), z.lte(4))) }),
  move('reject', {}),
  move('merge', { targetId: id }),
  move('withdraw', {}),
  move('resize', { headcount }),
  move('add', {}),
  move('urge', {}),
  move('escalate', {}),
  move('whistle', {}),
  move('close', {}),
])
export type MoveArgs = z.infer<typeof moveArgs>

/** The other side of a merge; the server's own, never sent by a phone. */
interface Absorb {
  needId: string
  action: 'absorb'
  note?: string | undefined
  seen?: undefined
  fromId: string
  askers: { personId: string; name: string }[]
}

/** 改期: what an order hears of its session, which moved, or was taken off (no `to`); never sent by a phone. */
interface Reschedule {
  needId: string
  action: 'reschedule'
  note?: string | undefined
  seen?: undefined
  from: WhenSpan
  to?: WhenSpan | undefined
}

export type Move = MoveArgs | Absorb | Reschedule
export type NeedAction = Move['action']

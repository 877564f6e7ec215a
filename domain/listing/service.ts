import * as z from 'zod/mini'
import { communityCode } from '../kernel/area'
import { revision } from '../kernel/revision'
import { count, id, instant, words } from '../kernel/text'
import type { Instant } from '../kernel/time'
import type { WhenSpan } from '../need/need'

/** One sitting of a service, with its places. */
export const session = z.object({
  id,
  startsAt: instant,
  endsAt: instant,
  capacity: z.int().check(z.gte(1), z.lte(1000)),
  /** Places kept for those who sign up by phone or at the door. */
  reserved: count(1000),
  /** Places ordered here; only orders and their end change it. */
  booked: count(1000),
})
export type Session = z.infer<typeof session>

/** 服务清单: what an org offers to residents, at set times. */
export const service = z.object({
  id,
  version: z.int(),
  revision,
  communityCode,
  orgId: id,
  orgName: z.string(),
  categoryCode: z.string().check(z.maxLength(40)),
  title: words(40),
  description: words(500),
  scheduleText: words(60),
  listed: z.boolean(),
  sessions: z.array(session),
})
export type Service = z.infer<typeof service>

/** When it is. */
export const spanOf = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): WhenSpan => ({
  from: startsAt,
  to: endsAt,
})
export const isAt = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, { from, to }: WhenSpan) =>
  startsAt === from && endsAt === to

export const seatsLeft = (of: Session) => Math.max(0, of.capacity - of.reserved - of.booked)

/** Sessions that can still be ordered, soonest first. */
export const upcoming = (of: Service, now: Instant): Session[] =>
  of.sessions.filter((each) => each.startsAt > now).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

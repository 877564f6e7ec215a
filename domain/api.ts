import * as z from 'zod/mini'
import { ROLES } from './kernel/actor'
import { areaCode } from './kernel/area'
import { id, instant } from './kernel/text'
import { resource } from './listing/resource'
import { service } from './listing/service'
import { matchReason } from './need/matching'
import { needRow } from './need/needRow'
import { org } from './org/org'
import { person } from './person/person'

/** What every refused or failed request is answered with. */
export const problem = z.object({
  code: z.string(),
  /** What people read: what to do now. */
  text: z.string(),
  /** Names the request in the server's log. */
  requestId: z.string(),
})
export type Problem = z.infer<typeof problem>

/** Pages of the lists: `next` is the `after` of the page that follows, absent on the last. */
const pageOf = <T extends z.ZodMiniType>(row: T) =>
  z.object({ rows: z.array(row), next: z.optional(z.string()) })
export const needPage = pageOf(needRow)
export const servicePage = pageOf(service)
export const resourcePage = pageOf(resource)

const plainly = z.optional(z.string())
/** What staff still have to do in a community, or in a grid of which alone they are staff, by the rules of its lists. */
export const figures = z.object({
  area: areaCode,
  /** Neither served nor ended. */
  open: z.int(),
  placed: z.int(),
  /** In the last fifth of the time promised. */
  soon: z.int(),
  late: z.int(),
  /** 重办. */
  redo: z.int(),
})
export type Figures = z.infer<typeof figures>

/** Areas in which nothing is open are left out. */
export const figuresAnswer = z.object({ at: instant, areas: z.array(figures) })
export type FiguresAnswer = z.infer<typeof figuresAnswer>

/** 推荐: so many people, and so many teams and units, are named at most. */
export const CANDIDATES_MOST = 100
const candidate = z.object({
  helper: z.pick(person, { id: true, displayName: true, grants: true, skills: true }),
  match: z.object({ reasons: z.array(matchReason) }),
})
const team = z.object({
  org: z.pick(org, { id: true, name: true, kind: true }),
  members: z.int(),
  able: z.int(),
})
/** Whom a need can be offered to by name, who suits best first, of `all` those who could be named. */
export const candidatesAnswer = z.object({
  people: z.array(candidate),
  teams: z.array(team),
  all: z.object({ people: z.int(), teams: z.int() }),
})
export type CandidatesAnswer = z.infer<typeof candidatesAnswer>

/** 查看联系方式: null where nobody left any. As it is kept: a phone shows it, in whatever form it was taken. */
export const revealAnswer = z.object({
  contact: z.nullable(z.object({ name: plainly, phone: plainly, address: plainly })),
})

export const loginAnswer = z.object({
  token: z.string(),
  person: z.object({ id, displayName: z.string() }),
})

/** 演示身份. */
export const demoIdentities = z.object({
  people: z.array(
    z.object({
      key: z.string(),
      id,
      displayName: z.string(),
      roles: z.array(z.enum(ROLES)),
      /** The name of their home community. */
      community: z.string(),
    }),
  ),
})

/** What follows a command and was given up after some tries. */
export const failedEffects = z.object({
  rows: z.array(z.object({ id, name: z.string(), at: instant, failedAt: instant, tries: z.int() })),
})

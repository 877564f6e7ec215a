import * as z from 'zod/mini'
import { termsOf } from '../category/category'
import { helpsIn } from '../kernel/actor'
import { type AreaCode, atLevel } from '../kernel/area'
import { instant } from '../kernel/text'
import { type Instant, plusDays } from '../kernel/time'
import { freeFrom } from '../person/availability'
import type { Person } from '../person/person'
import type { Need } from './need'

/*
 * 推荐: how well a helper suits one need. The same points order a helper's pool and a dispatcher's candidates;
 * they are never shown, and say nothing of a person beside this need: no ratings, no hours, no past.
 *
 * What somebody can do outweighs all else, for without it the visit is in vain: who can, and has room for it,
 * stands before who cannot. Then comes the time that suits, then the way to go, then what they carry already. Who
 * carries as much as they said they would stands behind everybody of the same skill.
 */
const SKILL_POINTS = { has: 50, any: 30, lacks: 0 } as const
const TIME_POINTS: Record<Free, number> = { asked: 25, now: 25, soon: 18, unknown: 12, wait: 8, no: 0 }
const NEAR_POINTS: Record<Nearness, number> = { grid: 15, community: 10, town: 5, far: 0 }
const LOAD_POINTS = 10
const FULL_POINTS = -50

/** From here on a helper is told of it (为您推荐). */
const RECOMMENDED = 70

/** `any`: the category asks for no skill. */
type Skilled = keyof typeof SKILL_POINTS
/**
 * When they said that they are free: in the time asked for; now, or before it is due, where none was; too late for
 * one who asked for it soon; not in that time; or they have not said.
 */
type Free = (typeof FREE)[number]
const FREE = ['asked', 'now', 'soon', 'unknown', 'wait', 'no'] as const
/** By area codes: the same grid, the same community, a community of the same town, or farther. */
export type Nearness = (typeof NEARNESS)[number]
const NEARNESS = ['grid', 'community', 'town', 'far'] as const

/** What speaks for somebody, or (`mind`) what is to be minded. */
export type MatchReason = z.infer<typeof matchReason>
export const matchReason = z.union([
  z.object({
    about: z.literal('skill'),
    mind: z.boolean(),
    /** Theirs that help; where they have none, those wanted. */
    skills: z.array(z.string()),
  }),
  z.object({ about: z.literal('near'), mind: z.boolean(), near: z.enum(NEARNESS) }),
  z.object({
    about: z.literal('time'),
    mind: z.boolean(),
    free: z.enum(FREE),
    /** From when on; the next time where they are not free in the time asked for. */
    at: z.optional(instant),
    carrying: z.int(),
    /** They carry as much as they said they would. */
    full: z.boolean(),
  }),
])

export interface Match {
  points: { skill: number; time: number; near: number; load: number }
  /** Their sum. */
  score: number
  /** At most three: what they can do, how near they are, when they are free and what they carry. */
  reasons: MatchReason[]
}

type Needed = Pick<
  Need,
  | 'requesterId'
  | 'askers'
  | 'categoryCode'
  | 'terms'
  | 'communityCode'
  | 'gridCode'
  | 'whenSpan'
  | 'urgency'
  | 'finishBy'
>

/**
 * How well `helper` suits `need` now.
 * @param carrying how many tasks they hold, as far as is known
 * @returns nothing for a need of their own
 */
export function matchOf(need: Needed, helper: Person, carrying: number, now: Instant): Match | undefined {
  const own = need.requesterId === helper.id || need.askers.some(({ personId }) => personId === helper.id)
  if (own) return undefined
  const wanted = termsOf(need).skills
  const skills = helper.skills.filter((skill) => wanted.includes(skill))
  const skilled: Skilled = wanted.length === 0 ? 'any' : skills.length > 0 ? 'has' : 'lacks'
  const near = nearnessTo(gridsOf(helper), need)
  const { free, at } = freeFor(need, helper, now)
  const full = carrying >= helper.capacity
  const points = {
    skill: SKILL_POINTS[skilled],
    time: TIME_POINTS[free],
    near: NEAR_POINTS[near],
    load: full ? FULL_POINTS : Math.floor((LOAD_POINTS * (helper.capacity - carrying)) / helper.capacity),
  }
  const reasons: MatchReason[] = [
    { about: 'near', mind: near === 'town' || near === 'far', near },
    { about: 'time', mind: full || free === 'wait' || free === 'no', free, at, carrying, full },
  ]
  if (skilled !== 'any')
    reasons.unshift({
      about: 'skill',
      mind: skilled === 'lacks',
      skills: skilled === 'has' ? skills : wanted,
    })
  return { points, score: points.skill + points.time + points.near + points.load, reasons }
}

/** The better one first. Equal sums: what counts more decides. */
export const byMatch = (a: Match, b: Match): number =>
  b.score - a.score ||
  b.points.skill - a.points.skill ||
  b.points.time - a.points.time ||
  b.points.near - a.points.near

/** Whether somebody can do what it takes, and has room for it. */
export const isAble = ({ points }: Match): boolean =>
  points.skill === SKILL_POINTS.has && points.load > FULL_POINTS

/** Whether a helper is told of it of our own accord. Nobody is who carries enough, or could only look on. */
export const isRecommended = ({ score, points }: Match): boolean =>
  score >= RECOMMENDED && points.skill > 0 && points.load > FULL_POINTS

export interface Candidate {
  helper: Person
  carrying: number
  match: Match
}

/** Helpers for one need, who suits best first; by id where nothing tells them apart. Without those who asked for it. */
export const candidatesFor = (
  need: Needed,
  helpers: readonly Person[],
  carrying: (helperId: string) => number,
  now: Instant,
): Candidate[] =>
  helpers
    .flatMap((helper) => {
      const carries = carrying(helper.id)
      const match = matchOf(need, helper, carries, now)
      return match ? [{ helper, carrying: carries, match }] : []
    })
    .sort((a, b) => byMatch(a.match, b.match) || (a.helper.id < b.helper.id ? -1 : 1))

/** How near something lies to the nearest of some grids. */
export function nearnessTo(
  grids: readonly AreaCode[],
  { communityCode, gridCode }: { communityCode: AreaCode; gridCode?: AreaCode | undefined },
): Nearness {
  const inside = (level: 'community' | 'town') =>
    grids.some((grid) => atLevel(grid, level) === atLevel(communityCode, level))
  if (gridCode && grids.includes(gridCode)) return 'grid'
  if (inside('community')) return 'community'
  return inside('town') ? 'town' : 'far'
}

/** Home, and the grids that they look after. */
const gridsOf = (helper: Person) => [
  helper.homeGrid,
  ...helpsIn(helper).filter((code) => atLevel(code, 'grid')),
]

/** Measured against the time asked for; where none was, or it has passed, against what was promised. */
function freeFor(
  { whenSpan, urgency, finishBy }: Needed,
  { availability }: Person,
  now: Instant,
): { free: Free; at: Instant | undefined } {
  if (availability.length === 0) return { free: 'unknown', at: undefined }
  const asked = whenSpan && whenSpan.to > now ? whenSpan : undefined
  const from = asked && asked.from > now ? asked.from : now
  const to = asked?.to ?? (finishBy > now ? finishBy : plusDays(now, 1))
  const at = freeFrom(availability, from, to)
  if (at === undefined) return { free: 'no', at: freeFrom(availability, to, plusDays(to, 8)) }
  if (asked) return { free: 'asked', at }
  if (at === now) return { free: 'now', at }
  return { free: urgency === 'high' ? 'wait' : 'soon', at }
}

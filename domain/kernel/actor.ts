import * as z from 'zod/mini'
import { type AreaCode, areaCode, atLevel, contains, gridCode, levelOf } from './area'
import { id, words } from './text'

export const ROLES = [
  'resident',
  'member',
  'volunteer',
  'centreHousehold',
  'gridWorker',
  'gridLead',
  'gridSponsor',
  'secretary',
  'coordinator',
  'unitContact',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  resident: '居民',
  member: '党员',
  volunteer: '志愿者',
  centreHousehold: '党员中心户',
  gridWorker: '网格员',
  gridLead: '网格长',
  gridSponsor: '网格联系领导',
  secretary: '社区书记',
  coordinator: '管理员',
  unitContact: '单位联络员',
}

/** A right: a role within an area and all below it, or (`unitContact`) for one org. */
export const grant = z.union([
  z.object({
    role: z.enum(ROLES).check(z.refine((role) => role !== 'unitContact')),
    area: areaCode,
  }),
  z.object({ role: z.literal('unitContact'), orgId: id }),
])
export type Grant = z.infer<typeof grant>

const actor = z.object({
  id,
  /** What others read: a form of address or a masked name, such as 陈师傅 or 李**. Never the full name. */
  displayName: words(20),
  grants: z.array(grant).check(z.maxLength(30)),
  homeGrid: gridCode,
  orgId: z.optional(id),
})
/** Of a person what the rules ask. */
export const actorShape = actor.shape

/** Who acts. */
export type Actor = z.infer<typeof actor> & { system?: true }

/** Timed jobs and imports of areas, orgs and people act as this one. */
export const SYSTEM: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  displayName: '系统',
  grants: [],
  homeGrid: '000000000000000',
  system: true,
}

const HELPER_ROLES: readonly Role[] = ['member', 'volunteer', 'centreHousehold', 'gridWorker', 'unitContact']
const COMMUNITY_STAFF: readonly Role[] = ['secretary', 'gridLead', 'gridWorker']
const DISPATCHER_ROLES: readonly Role[] = ['secretary', 'coordinator']
const COLLECTOR_ROLES: readonly Role[] = ['centreHousehold', 'gridLead', 'gridWorker']

const areasOf = (actor: Actor, roles: readonly Role[]): AreaCode[] =>
  actor.grants.flatMap((held) => ('area' in held && roles.includes(held.role) ? [held.area] : []))

const unique = <T>(list: T[]) => [...new Set(list)]

export const homeOf = (actor: Actor): AreaCode => actor.homeGrid.slice(0, 12)

/** 党员, 志愿者, 网格员, 中心户, 单位联络员: who may claim at all. */
export const isHelper = (actor: Actor) => actor.grants.some((held) => HELPER_ROLES.includes(held.role))

/** The areas in which somebody helps. */
export const helpsIn = (actor: Actor): AreaCode[] => unique(areasOf(actor, HELPER_ROLES))

/**
 * The communities and grids whose staff somebody belongs to: secretary, grid leads, grid workers. Without the grids of
 * a community that is among them.
 */
export function areasStaffed(actor: Actor): AreaCode[] {
  const areas = unique(areasOf(actor, COMMUNITY_STAFF)).filter((code) => atLevel(code, 'community'))
  return areas.filter((code) => !areas.some((other) => other !== code && contains(other, code)))
}

/** Whether somebody's work as staff ends with their grids. */
export const staffsGridsOnly = (actor: Actor) =>
  staffAreas(actor).length > 0 && staffAreas(actor).every((code) => levelOf(code) === 'grid')

/** Where somebody collects in the field (网格事件): grid workers, grid leads, centre households. */
export const areasCollected = (actor: Actor): AreaCode[] => unique(areasOf(actor, COLLECTOR_ROLES))

export const communitiesCollected = (actor: Actor): AreaCode[] =>
  unique(areasCollected(actor).flatMap((code) => atLevel(code, 'community') ?? []))

export const collectsIn = (actor: Actor, community: AreaCode) =>
  communitiesCollected(actor).includes(community)

/** A coordinator sees and dispatches below their prefix. */
export const coordinates = (actor: Actor, code: AreaCode) =>
  areasOf(actor, ['coordinator']).some((prefix) => contains(prefix, code))

export const coordinatedBy = (actor: Actor): AreaCode[] => unique(areasOf(actor, ['coordinator']))

/** The staff of an area and of the community around it, and the coordinators above: they see, escalate, follow up. */
export const staffs = (actor: Actor, area: AreaCode) =>
  areasStaffed(actor).some((own) => contains(own, area)) || coordinates(actor, area)

/** The communities whose secretary somebody is. */
export const communitiesLed = (actor: Actor): AreaCode[] => unique(areasOf(actor, ['secretary']))

/** The secretary and the coordinators above: they dispatch, reject, merge, keep the lists. */
export const dispatchesIn = (actor: Actor, community: AreaCode) =>
  communitiesLed(actor).includes(community) || coordinates(actor, community)

/** Whether somebody dispatches and keeps lists anywhere; grid workers and leads look on and follow up. */
export const dispatches = (actor: Actor) => areasOf(actor, DISPATCHER_ROLES).length > 0

/** The orgs that somebody belongs to or answers for. */
export const orgsOf = (actor: Actor): string[] =>
  unique([
    ...(actor.orgId ? [actor.orgId] : []),
    ...actor.grants.flatMap((held) => ('orgId' in held ? [held.orgId] : [])),
  ])

export const answersFor = (actor: Actor, orgId: string) =>
  actor.grants.some((held) => 'orgId' in held && held.orgId === orgId)

/** Whether somebody can take up what an org is offered. */
export const canAnswer = (actor: Actor, orgId: string) => isHelper(actor) && orgsOf(actor).includes(orgId)

/** Services and resources are kept by those who dispatch. */
export const keepsLists = (actor: Actor, community: AreaCode) =>
  !!actor.system || dispatchesIn(actor, community)

/** Areas, orgs and people are kept by who coordinates above. */
export const keepsBelow = (actor: Actor, code: AreaCode) => !!actor.system || coordinates(actor, code)

/** The areas whose needs somebody may page through as staff. */
export const staffAreas = (actor: Actor): AreaCode[] => [...coordinatedBy(actor), ...areasStaffed(actor)]

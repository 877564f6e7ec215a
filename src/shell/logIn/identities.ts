import { ROLE_NAMES, type Role } from 'domain/kernel/actor'
import { found } from 'domain/kernel/search'

/** Whom a demo lets one be. */
interface Identity {
  displayName: string
  roles: readonly Role[]
  /** The name of their home community, as people say it. */
  community: string
}

/** From who asks for help to who answers for a district; everybody stands in the last group that fits. */
const GROUPS: { title: string; roles: readonly Role[] }[] = [
  { title: '居民', roles: ['resident'] },
  { title: '党员', roles: ['member'] },
  { title: '志愿者', roles: ['volunteer'] },
  { title: '党员中心户', roles: ['centreHousehold'] },
  { title: '单位联络员', roles: ['unitContact', 'gridSponsor'] },
  { title: '网格员', roles: ['gridWorker', 'gridLead'] },
  { title: '社区书记', roles: ['secretary'] },
  { title: '管理员', roles: ['coordinator'] },
]

const groupOf = ({ roles }: Identity): string =>
  GROUPS.filter((group) => group.roles.some((role) => roles.includes(role))).pop()?.title ?? '居民'

/** Demo identities by what they do, each with all that they are and where. */
export const identityGroups = <I extends Identity>(identities: readonly I[]) =>
  GROUPS.map(({ title }) => ({
    title,
    people: identities.filter((identity) => groupOf(identity) === title),
  })).filter(({ people }) => people.length > 0)

/** Those whose name, role or community is looked for. */
export const identitiesWith = <I extends Identity>(identities: readonly I[], words: string) =>
  identities.filter((identity) => found(words, identity.displayName, identityNote(identity)))

/** 燕山湖社区 · 党员、网格员 */
export function identityNote({ roles, community }: Identity): string {
  const told = roles.filter((role) => role !== 'resident' || roles.length === 1)
  return `${community} · ${told.map((role) => ROLE_NAMES[role]).join('、')}`
}

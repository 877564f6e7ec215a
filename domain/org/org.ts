import * as z from 'zod/mini'
import { areaCode } from '../kernel/area'
import { command } from '../kernel/command'
import type { Unknown } from '../kernel/reading'
import { revision, seenRevision } from '../kernel/revision'
import { type Scope, staffScopesOf } from '../kernel/scope'
import { id, words } from '../kernel/text'
import { shared } from '../kernel/thing'

export const ORG_KINDS = ['village', 'unit', 'twoNew', 'gridBranch', 'team'] as const
/** `unknown` only in rows that were read (`reading.ts`). */
export type OrgKind = (typeof ORG_KINDS)[number] | Unknown
export const ORG_KIND_NAMES: Record<OrgKind, string> = {
  village: '村（社区）党组织',
  unit: '区直单位',
  twoNew: '两新组织',
  gridBranch: '网格党支部',
  team: '志愿队伍',
  unknown: '其他组织',
}

/** 党组织, 区直单位, 两新组织, 队伍. */
export const org = z.object({
  id,
  name: words(40),
  kind: z.enum(ORG_KINDS) as z.ZodMiniType<OrgKind>,
  revision,
  /** The communities and grids that it supports (双报到). */
  areaCodes: z.array(areaCode).check(z.minLength(1), z.maxLength(20)),
})
export type Org = z.infer<typeof org>

/** Who finds an org's row: the staff of the grids and communities that it supports. */
const audience = (org: Org): Scope[] => [...new Set(org.areaCodes.flatMap(staffScopesOf))]

export const orgThing = shared(org, audience, 'id')

export const orgCommands = {
  'org.save': command(
    z.strictObject({ ...z.omit(org, { revision: true }).shape, seen: seenRevision }),
    ({ name }) => [name],
  ),
}

import * as z from 'zod/mini'
import { areaCode, isVirtualCommunity, levelOf, parentOf } from '../kernel/area'
import { command } from '../kernel/command'
import { officePhone } from '../kernel/phone'
import { revision, seenRevision } from '../kernel/revision'
import { districtScope, type Scope } from '../kernel/scope'
import { count, words } from '../kernel/text'
import { shared } from '../kernel/thing'

export const area = z.object({
  code: areaCode,
  name: words(60),
  /** Households of a grid, where known. */
  households: z.optional(count(100_000)),
  revision,
  /** Of the community's office, which anybody may call; never somebody's own. */
  phone: z.optional(officePhone),
})
export type Area = z.infer<typeof area>

/**
 * Those that stand in pickers: where people live. Not the virtual communities, and no town that has nothing else, such
 * as a prison or a forest farm.
 * @param areas all that are known of a district
 */
export function inhabited(areas: readonly Area[]): Area[] {
  const lived = areas.filter(({ code }) => !isVirtualCommunity(code))
  const communities = lived.filter(({ code }) => levelOf(code) === 'community')
  const towns = new Set(communities.map(({ code }) => parentOf(code)))
  return lived.filter(({ code }) => levelOf(code) !== 'town' || towns.has(code))
}

/** The area tree is everybody's; virtual communities are kept but shown in no picker. */
const audience = ({ code }: Area): Scope[] => (isVirtualCommunity(code) ? [] : [districtScope(code)])

export const areaThing = shared(area, audience, 'code')

export const areaCommands = {
  'area.save': command(
    z.strictObject({ ...z.omit(area, { revision: true }).shape, seen: seenRevision }),
    ({ name }) => [name],
  ),
}

import * as z from 'zod/mini'
import { areaCode } from '../kernel/area'
import { command } from '../kernel/command'
import { revision, seenRevision } from '../kernel/revision'
import { districtScope } from '../kernel/scope'
import { shared } from '../kernel/thing'
import { type Category, category } from './category'

/** A category as the district has it. */
const categoryRow = z.extend(category, { districtCode: areaCode, revision })
export type CategoryRow = z.infer<typeof categoryRow>

/** The categories of a district are for every phone in it. */
export const categoryThing = shared(categoryRow, ({ districtCode }) => [districtScope(districtCode)], 'code')

/** Its code begins with its kind, and 其他 is never taken off. */
const isSound = ({ code, kind, listed }: Category) =>
  code.startsWith(`${kind}-`) && (listed !== false || code !== `${kind}-other`)

export const categoryCommands = {
  'category.save': command(
    z
      .strictObject({ ...z.omit(categoryRow, { revision: true }).shape, seen: seenRevision })
      .check(z.refine(isSound)),
    ({ name, group, questions, examples }) => [
      name,
      group,
      ...questions.flatMap(({ label, options = [] }) => [label, ...options]),
      ...examples,
    ],
  ),
}

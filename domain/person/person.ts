import * as z from 'zod/mini'
import { actorShape, helpsIn } from '../kernel/actor'
import { command } from '../kernel/command'
import { revision, seenRevision } from '../kernel/revision'
import { type Scope, staffScopesOf, userScope } from '../kernel/scope'
import { count, words } from '../kernel/text'
import { shared } from '../kernel/thing'

export const person = z.object({
  ...actorShape,
  skills: z.array(words(20)).check(z.maxLength(40)),
  availability: z
    .array(
      z.object({
        weekday: z.int().check(z.gte(1), z.lte(7)),
        from: z.string().check(z.regex(/^\d\d:\d\d$/)),
        to: z.string().check(z.regex(/^\d\d:\d\d$/)),
      }),
    )
    .check(z.maxLength(21)),
  revision,
  /** How many tasks they are ready to carry at once. */
  capacity: count(20),
})
export type Person = z.infer<typeof person>

/** Who finds a person's row: themselves, and the staff of the grids and communities in which they help. */
const audience = (person: Person): Scope[] => [
  userScope(person.id),
  ...new Set(helpsIn(person).flatMap(staffScopesOf)),
]

export const personThing = shared(person, audience, 'id')

export const personCommands = {
  'person.save': command(
    z.strictObject({ ...z.omit(person, { revision: true }).shape, seen: seenRevision }),
    ({ displayName, skills }) => [displayName, ...skills],
  ),
}

import * as z from 'zod/mini'
import { type Actor, actorShape, helpsIn } from '../kernel/actor'
import { atLevel } from '../kernel/area'
import { revision } from '../kernel/revision'
import { type Scope, staffScope, userScope } from '../kernel/scope'
import { count, words } from '../kernel/text'

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

/** Who finds a person's row: themselves, and the staff of the communities in which they help. */
export const audienceOfPerson = (person: Actor): Scope[] => [
  userScope(person.id),
  ...new Set(
    helpsIn(person)
      .flatMap((area) => atLevel(area, 'community') ?? [])
      .map(staffScope),
  ),
]

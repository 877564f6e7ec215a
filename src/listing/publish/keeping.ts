import { type Actor, communitiesLed, dispatchesIn, homeOf } from 'domain/kernel/actor'
import type { AreaCode } from 'domain/kernel/area'
import { uuid7 } from 'domain/kernel/id'
import { cleaned } from 'domain/kernel/text'
import { randomBytes } from '@/platform/random'
import { serverNow } from '@/store/clock'

/** In the address: not one that exists, but another. */
export const NEW = 'new'

/** The revision of a row, or the one that a command was made of. */
export const seenIn = (
  from: { revision?: string | undefined; seen?: string | null | undefined } | undefined,
) => from?.revision ?? from?.seen ?? null

export const newId = () => uuid7(Date.parse(serverNow()), randomBytes(10))

/** Where somebody may add to the lists: their own communities, and the one in view where it lies below them. */
export function communitiesFor(me: Actor, inView: AreaCode | undefined): AreaCode[] {
  const possible = [...communitiesLed(me), ...(inView ? [inView] : []), homeOf(me)]
  return [...new Set(possible)].filter((code) => dispatchesIn(me, code))
}

/** What is wrong, by field; a form without errors can be sent. */
export type Errors<Field extends string> = Partial<Record<Field, string>>

/** The fields left empty, each with what to write there. */
export function missing<Field extends string>(
  form: Record<Field, string>,
  says: Errors<Field>,
): Errors<Field> {
  const fields = Object.keys(says) as Field[]
  return Object.fromEntries(
    fields.filter((field) => cleaned(form[field]) === '').map((field) => [field, says[field]]),
  ) as Errors<Field>
}

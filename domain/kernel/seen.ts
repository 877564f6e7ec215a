import * as z from 'zod/mini'
import { id } from './text'

/**
 * What stood on the screen when a step was tapped: the thing as the server had told it, and the commands of this phone
 * that were shown over it and not yet part of that. Left out by older builds, and by the server itself.
 */
export const seen = z.strictObject({
  version: z.int().check(z.gte(0)),
  own: z.array(id).check(z.maxLength(50)),
})
export type Seen = z.infer<typeof seen>

/** What has happened to a thing that a screen did not show. @param events from its first on: one a version */
export const unseen = <E extends { id: string }>(events: readonly E[], { version, own }: Seen): E[] =>
  events.slice(version).filter((event) => !own.includes(event.id))

import * as z from 'zod/mini'
import { id } from './text'

/**
 * The command that saved a row last. A form says which one it was made of; `null` where there was none, because the
 * row is new, or older than revisions. Own saves that wait show their own, so that they may follow one another.
 */
export const revision = z.optional(id)
export const seenRevision = z.optional(z.nullable(id))

/** Whether a row was saved by somebody else since a form was made of it. Older builds do not say what they saw. */
export const isChangedMeanwhile = (
  now: { revision?: string | undefined } | undefined,
  was: z.infer<typeof seenRevision>,
) => was !== undefined && was !== (now?.revision ?? null)

import * as z from 'zod/mini'
import { COMMAND_NAMES } from './commands'
import { communityCode } from './kernel/area'
import { liveRequest, PUSH_COMMANDS, sentCommand, syncRequest } from './kernel/protocol'

// What of ours goes over the wire of `protocol.ts`.

/** Changes whenever a projection does: phones then take their scopes anew. */
export const PROJECTION_VERSION = 2

/** The community that is being looked at: nobody may name any other scope. */
const watching = z.optional(communityCode)

export const ourSyncRequest = z.extend(syncRequest, {
  push: z.array(z.extend(sentCommand, { name: z.enum(COMMAND_NAMES) })).check(z.maxLength(PUSH_COMMANDS)),
  watching,
})
export type OurSyncRequest = z.infer<typeof ourSyncRequest>

export const ourLiveRequest = z.extend(liveRequest, { watching })
export type OurLiveRequest = z.infer<typeof ourLiveRequest>

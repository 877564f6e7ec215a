import * as z from 'zod/mini'
import { command } from '../kernel/command'
import { seenRevision } from '../kernel/revision'
import { count, fewKeys, id } from '../kernel/text'
import { resource } from './resource'
import { service, session } from './service'

/**
 * Publishes, changes or takes off (`listed: false`) a service. A session left out is taken off, and who has ordered it
 * is told; an older build, which does not say what it saw, takes off none that is booked.
 */
const saveService = z.strictObject({
  ...z.omit(service, { version: true, revision: true, orgName: true, sessions: true }).shape,
  seen: seenRevision,
  /** How many had booked each session on the form: one with more is not moved unseen. */
  booked: z.optional(z.record(id, count(1000)).check(fewKeys(120))),
  sessions: z.array(z.omit(session, { booked: true })).check(z.maxLength(60)),
})

/** Publishes, changes or takes off a resource. The owner is a name that the community vouches for. */
const saveResource = z.strictObject({
  ...z.omit(resource, { version: true, revision: true }).shape,
  seen: seenRevision,
})

export const listingCommands = {
  'service.save': command(saveService, (args) => [args.title, args.description, args.scheduleText]),
  'resource.save': command(saveResource, (args) => [
    args.title,
    args.description,
    args.openText,
    args.ownerName,
    args.unit,
  ]),
}

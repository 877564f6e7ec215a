import * as z from 'zod/mini'
import { type Area, area } from './area/area'
import { holdsPersonalData } from './kernel/personalData'
import { seenRevision } from './kernel/revision'
import { count, fewKeys, id } from './kernel/text'
import { resource } from './listing/resource'
import { service, session } from './listing/service'
import { moveArgs } from './need/moves'
import { placeArgs } from './need/place'
import { type Org, org } from './org/org'
import { type Person, person } from './person/person'

/** What the form was made of: it replaces nothing that it did not show. */
const seen = seenRevision

/**
 * Publishes, changes or takes off (`listed: false`) a service. A session left out is taken off, and who has ordered it
 * is told; an older build, which does not say what it saw, takes off none that is booked.
 */
const saveService = z.strictObject({
  ...z.omit(service, { version: true, revision: true, orgName: true, sessions: true }).shape,
  seen,
  /** How many had booked each session on the form: one with more is not moved unseen. */
  booked: z.optional(z.record(id, count(1000)).check(fewKeys(120))),
  sessions: z.array(z.omit(session, { booked: true })).check(z.maxLength(60)),
})

/** Publishes, changes or takes off a resource. The owner is a name that the community vouches for. */
const saveResource = z.strictObject({ ...z.omit(resource, { version: true, revision: true }).shape, seen })

/**
 * Every command: its name and the schema of its arguments. `texts` are the free words in it, which must
 * hold no personal data. What a command touches follows from the rows that it changes (`access.ts`).
 */
export const COMMANDS = {
  'need.place': {
    args: placeArgs,
    texts: (args: z.infer<typeof placeArgs>) => [
      args.title,
      args.words,
      args.whenText,
      args.alias,
      args.placedFor?.alias,
      args.placedFor?.relation,
      ...Object.entries(args.answers).flat().map(String),
    ],
  },
  'need.move': {
    args: moveArgs,
    texts: (args: z.infer<typeof moveArgs>) => [
      args.note,
      'publicText' in args ? args.publicText : undefined,
    ],
  },
  'service.save': {
    args: saveService,
    texts: (args: z.infer<typeof saveService>) => [args.title, args.description, args.scheduleText],
  },
  'resource.save': {
    args: saveResource,
    texts: (args: z.infer<typeof saveResource>) => [
      args.title,
      args.description,
      args.openText,
      args.ownerName,
      args.unit,
    ],
  },
  'area.save': {
    args: z.strictObject({ ...z.omit(area, { revision: true }).shape, seen }),
    texts: (args: Pick<Area, 'name'>) => [args.name],
  },
  'org.save': {
    args: z.strictObject({ ...z.omit(org, { revision: true }).shape, seen }),
    texts: (args: Pick<Org, 'name'>) => [args.name],
  },
  'person.save': {
    args: z.strictObject({ ...z.omit(person, { revision: true }).shape, seen }),
    texts: (args: Pick<Person, 'displayName' | 'skills'>) => [args.displayName, ...args.skills],
  },
} as const

export type CommandName = keyof typeof COMMANDS
/** What each command is told. */
export type CommandsByName = { [N in CommandName]: z.infer<(typeof COMMANDS)[N]['args']> }
export type CommandArgs<N extends CommandName> = CommandsByName[N]

/** A command as the outbox keeps it and the wire carries it. */
export type Command = {
  [N in CommandName]: {
    /** Time-ordered; with the actor it names the command for ever. */
    id: string
    /** Grows by one per device. */
    seq: number
    name: N
    args: CommandArgs<N>
    /** The phone's time of the tap, corrected by the server's offset. */
    at: string
  }
}[CommandName]

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

/** Whether some free text of a command holds an ID or phone number. */
export function tellsPersonalData<N extends CommandName>(name: N, args: CommandArgs<N>): boolean {
  const texts = COMMANDS[name].texts as (of: CommandArgs<N>) => (string | undefined)[]
  return texts(args).some((text) => text !== undefined && holdsPersonalData(text))
}

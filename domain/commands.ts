import type * as z from 'zod/mini'
import { holdsPersonalData } from './kernel/personalData'
import { COMMANDS } from './things'

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

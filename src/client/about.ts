import type { Command } from 'domain/commands'
import type { Sync } from '@/sync/contract'
import { commandFace } from '../things'

/** What a command is about, in the words of the row: 楼道扶手松了. */
export const aboutOf = ({ name, args }: Command, held: Sync['held']): string =>
  commandFace(name)?.about(args, held) ?? ''

/** What a command is called in lists of what was sent: names, which `view/` makes words of. */
export const nameOf = (command: Command, held: Sync['held']) => ({
  name: commandFace(command.name)?.nameOf?.(command.args) ?? command.name,
  about: aboutOf(command, held),
})

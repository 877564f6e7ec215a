import type { CommandArgs, CommandName } from 'domain/commands'
import type { Entity, RowsByEntity } from 'domain/things'
import type { RecordChanges, Records } from '@/store/records'
import type { RowKey, Shown, Sync, World } from '@/sync/contract'
import type { ReadRow } from './held'
import { replaySaves, type Save } from './replaySaves'
import type { Entry, View } from './view'

/** What the phone knows of one command. */
export interface CommandFace<N extends CommandName> {
  /** What people call it. */
  label: string
  /** In lists of what was sent, where the command's own name is not enough. */
  nameOf?(args: CommandArgs<N>): string
  /** The rows that it changes on the screen. */
  touches(args: CommandArgs<N>): RowKey[]
  /** What it is about, in the words of the row: 楼道扶手松了. Nothing private: it is kept for the day. */
  about(args: CommandArgs<N>, held: Sync['held']): string
}

/** The commands of a thing are those that begin with its name. */
export type CommandsOf<E extends Entity> = {
  [N in CommandName as N extends `${E}.${string}` ? N : never]: CommandFace<N>
}

/** What the phone knows of one synced thing, and of its commands. */
export interface Thing<E extends Entity> {
  /** Where pages find it. */
  table: keyof RecordChanges
  /** What a row that came from a page of a list is kept under; none where it names itself otherwise. */
  idOf(row: unknown): string | undefined
  /** What is visible of one row: what the scopes say, and what was done here over it. */
  show(id: string, rows: ReadRow<E>[], entries: Entry[], world: World): Shown<View>
  commands: CommandsOf<E>
}

type TableOf<E extends Entity> = {
  [T in keyof RecordChanges]-?: RowsByEntity[E] extends Records[T][string] ? T : never
}[keyof RecordChanges]

/** What a save says of a row, without what its form was made of. */
type Said<E extends Entity> = Omit<CommandArgs<Extract<CommandName, `${E}.save`>>, 'seen' | 'booked'>

interface Kept<E extends Entity> {
  table: TableOf<E>
  /** The field that names a row; left out: `id`. */
  key?: keyof RowsByEntity[E] & string
  /** The row that a save leaves; left out: what it says. */
  save?(said: Said<E>, before: RowsByEntity[E] | undefined, world: World): object
  commands: CommandsOf<E>
}

/** A thing that is read as it stands and saved as a whole: what was saved last is shown. */
export const kept = <E extends Entity>({ table, key, save, commands }: Kept<E>): Thing<E> => ({
  table,
  idOf: (row) => (row as Partial<Record<string, string>> | null | undefined)?.[key ?? 'id'],
  show: (_, rows, entries, world) => ({ view: replaySaves(rows, entries, world, save as Save | undefined) }),
  commands,
})

/** Of rows that count their versions. */
export const nextVersion = (said: object, before: { version: number } | undefined) => ({
  ...said,
  version: (before?.version ?? 0) + 1,
})

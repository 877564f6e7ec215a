import type { Entity } from 'domain/things'
import type { World } from '@/sync/contract'
import type { ReadRow } from './held'
import type { Entry, Listed } from './view'

/** The row as a command leaves it. @param said its arguments, without what the form was made of */
export type Save = (said: object, before: Listed | undefined, world: World) => object

const versionOf = (row: unknown) => (row as { version?: number } | undefined)?.version ?? 0

/** The newest that a scope shows, with what was saved here over it. */
export function replaySaves(
  held: ReadRow<Entity>[],
  entries: Entry[],
  world: World,
  save: Save = (said) => said,
): Listed | undefined {
  let row: Listed | undefined
  for (const each of held) if (!row || versionOf(each.row) > versionOf(row)) row = each.row as Listed
  for (const { command } of entries)
    row = { ...save(saidIn(command.args), row, world), revision: command.id } as Listed
  return row
}

/** A row does not say what the form was made of that it came from. */
function saidIn(args: object): object {
  const { seen: _, booked: __, ...said } = args as { seen?: unknown; booked?: unknown }
  return said
}

import type { Command, CommandsByName } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import type { Entity } from 'domain/synced'
import { keyOf, partsOf, type Replay, type RowKey, type World } from '@/sync/contract'
import { isOurs, type ReadRow, readRows, rowOf } from './held'
import { replayNeed } from './replayNeed'
import { replaySaves } from './replaySaves'
import type { View } from './view'

const SAVES = {
  'service.save': 'service',
  'resource.save': 'resource',
  'area.save': 'area',
  'org.save': 'org',
  'person.save': 'person',
} as const satisfies Partial<Record<Command['name'], Entity>>

function touches(command: Command): RowKey[] {
  switch (command.name) {
    case 'need.place':
      return [keyOf('need', command.args.id)]
    case 'need.move': {
      const { args } = command
      const merged = args.action === 'merge' ? [keyOf('need', args.targetId)] : []
      return [keyOf('need', args.needId), ...merged]
    }
    case 'area.save':
      return [keyOf('area', command.args.code)]
    default: {
      const entity: Entity | undefined = SAVES[command.name]
      return entity ? [keyOf(entity, command.args.id)] : [] // of another version of the app
    }
  }
}

/** This app's replay: needs through the workflow, everything else by what was saved last. */
export const replay: Replay<View, CommandsByName> = {
  touches,
  show(key, held, entries, world) {
    const [entity, id] = partsOf(key)
    if (!isOurs(entity)) return {} // of a newer server
    const rows = readRows(entity, id, held)
    if (rows.length === 0 && held.length > 0) throw new TypeError(`no ${entity} can be read in its row`)
    if (entity !== 'need') return { view: replaySaves(entity, rows, entries, world) }
    return replayNeed(id, rows as ReadRow<'need'>[], entries, { ...world, actor: actorIn(world) })
  },
}

/** Who acts: as the server knows them, or before the first pull somebody without any right. */
export function actorIn({ person, held }: Pick<World, 'person' | 'held'>): Actor | undefined {
  if (!person) return undefined
  return rowOf(held, 'person', person.id) ?? { ...person, grants: [], homeGrid: '' }
}

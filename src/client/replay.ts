import type { Actor, Person } from 'domain/actor'
import type { Command, CommandsByName } from 'domain/commands'
import { ENTITIES, type Entity } from 'domain/synced'
import { keyOf, partsOf, type Replay, type RowKey, type World } from '@/sync/contract'
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
    default:
      return [keyOf(SAVES[command.name], command.args.id)]
  }
}

/** This app's replay: needs through the workflow, everything else by what was saved last. */
export const replay: Replay<View, CommandsByName> = {
  touches,
  show(key, held, entries, world) {
    const [entity, id] = partsOf(key)
    if (!isOurs(entity)) return {} // of a newer server
    if (entity !== 'need') return { view: replaySaves(entity, held, entries, world) }
    try {
      return replayNeed(id, held, entries, { ...world, actor: actorIn(world) })
    } catch (error) {
      if (error instanceof RangeError) return {} // of a category that this version does not know yet
      throw error
    }
  },
}

const isOurs = (entity: string): entity is Entity => (ENTITIES as readonly string[]).includes(entity)

/** Who acts: as the server knows them, or before the first pull somebody without any right. */
export function actorIn({ person, held }: Pick<World, 'person' | 'held'>): Actor | undefined {
  if (!person) return undefined
  const [known] = held('person', person.id)
  return known ? (known.row as Person) : { ...person, grants: [], homeGrid: '' }
}

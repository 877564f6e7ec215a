import type { CommandsByName } from 'domain/commands'
import { homeOf } from 'domain/kernel/actor'
import { communityScope } from 'domain/kernel/scope'
import type { Entity } from 'domain/things'
import { type HeldRow, partsOf, type Replay, type Shown, type World } from '@/sync/contract'
import { commandFace, THINGS } from '../things'
import { actorIn, isOurs, readRows } from './held'
import type { Entry, View } from './view'

/** This app's replay, as `things.ts` says it of each thing. */
export const replay: Replay<View, CommandsByName> = {
  touches: ({ name, args }) => commandFace(name)?.touches(args) ?? [], // none of another version of the app
  show(key, held, entries, world) {
    const [entity, id] = partsOf(key)
    return isOurs(entity) ? shown(entity, id, held, entries, world) : {} // of a newer server
  },
  home(world) {
    const actor = actorIn(world)
    return actor?.homeGrid ? communityScope(homeOf(actor)) : undefined
  },
}

function shown<E extends Entity>(
  entity: E,
  id: string,
  held: HeldRow[],
  entries: Entry[],
  world: World,
): Shown<View> {
  const rows = readRows(entity, id, held)
  if (rows.length === 0 && held.length > 0) throw new TypeError(`no ${entity} can be read in its row`)
  return THINGS[entity].show(id, rows, entries, world)
}

import { homeOf } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { publishAppState, type QueueEntry, type RefusedCommand } from '@/store/appState'
import { clearRecords, publishMe, publishRecords, type RecordChanges } from '@/store/records'
import { partsOf, type RowKey, type Sync } from '@/sync/contract'
import { THINGS } from '../things'
import { aboutOf } from './about'
import { actorIn, isOurs } from './held'
import type { Entry, Refusal, Status, View } from './view'

/** Rows go to the records, by table. */
export function publishRows(changed: Map<RowKey, View | undefined>, anew: boolean) {
  const changes: { [T in keyof RecordChanges]: Record<string, View | undefined> } = {}
  for (const [key, view] of changed) {
    const [entity, id] = partsOf(key)
    if (!isOurs(entity)) continue // of a newer server
    const { table } = THINGS[entity]
    changes[table] = Object.assign(changes[table] ?? {}, { [id]: view })
  }
  if (anew) clearRecords()
  publishRecords(changes as RecordChanges)
}

/** How sending stands goes to the session. */
export function publishStatus(status: Status, sync: Pick<Sync, 'held'>) {
  const { person, entries, doubts, refusals } = status
  const me = actorIn({ person, held: sync.held }) as Person | undefined
  publishMe(me?.homeGrid ? me : undefined)
  publishAppState({
    ready: true,
    person: person && { id: person.id, displayName: me?.displayName ?? person.displayName },
    community: status.watching ?? (me?.homeGrid ? homeOf(me) : undefined),
    online: status.online,
    sync: status.state,
    filled: status.filled,
    outbox: entries.map((entry) => queued(entry, doubts, sync)),
    refused: refusals.map((refusal) => refusedFor(refusal, sync)),
    unkept: status.unkept,
    lastSyncAt: status.lastSyncAt,
    sentToday: status.sent.count,
    sentLately: status.sent.newest,
    clockOffsetMs: status.clockOffsetMs,
  })
}

function queued(
  { command, state, heldUntil }: Entry,
  doubts: Status['doubts'],
  sync: Pick<Sync, 'held'>,
): QueueEntry {
  const doubt = doubts[command.id]
  return {
    command,
    about: aboutOf(command, sync.held),
    state: state === 'aside' ? 'aside' : heldUntil === undefined ? 'waiting' : 'held',
    ...(doubt ? { doubt } : {}),
  }
}

const refusedFor = (refusal: Refusal, sync: Pick<Sync, 'held'>): RefusedCommand => ({
  ...refusal,
  about: aboutOf(refusal.command, sync.held),
})

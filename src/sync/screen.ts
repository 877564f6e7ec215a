import type { Account } from './account'
import type { Entry, RowKey, Shown, SyncOptions, World } from './contract'

/** [S9] What is seen: confirmed rows, with the outbox replayed over them. */
export function createScreen<View>(
  { replay, onRows, onTrouble }: Pick<SyncOptions<View>, 'replay' | 'onRows' | 'onTrouble'>,
  { person, outbox, replica }: Account,
  now: () => World['now'],
) {
  let doubts: Record<string, string> = {}
  /** Rows that have changed and were not shown yet; some remain where the app failed to take them. */
  const owed = new Set<RowKey>()

  /** Entries by the rows that they change. */
  function overlay(): Map<RowKey, Entry[]> {
    const touching = new Map<RowKey, Entry[]>()
    for (const entry of outbox.open())
      for (const key of replay.touches(entry.command))
        touching.set(key, [...(touching.get(key) ?? []), entry])
    return touching
  }

  /** Shows these rows, and those that the outbox changes, for they may depend on others. `anew`: no others. */
  function show(keys: Iterable<RowKey>, anew = false) {
    const touching = overlay()
    const world: World = { person, now: now(), held: (entity, id) => replica.rowsOf(`${entity}/${id}`) }
    const changed = new Map<RowKey, View | undefined>()
    doubts = {}
    for (const key of [...keys, ...touching.keys()]) owed.add(key)
    for (const key of owed) {
      const shown = shownOf(key, touching.get(key) ?? [], world)
      Object.assign(doubts, shown.doubts)
      changed.set(key, shown.view)
    }
    if (changed.size > 0 || anew) onRows(changed, anew)
    owed.clear()
  }

  // One row that cannot be shown keeps no other from the screen, and what cannot be replayed not even its own.
  function shownOf(key: RowKey, entries: Entry[], world: World): Shown<View> {
    try {
      return replay.show(key, replica.rowsOf(key), entries, world)
    } catch (error) {
      onTrouble(error, key)
      return entries.length > 0 ? shownOf(key, [], world) : {}
    }
  }

  return { show, doubts: () => doubts }
}

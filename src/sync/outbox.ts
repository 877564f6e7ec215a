import type { Storage } from '@/platform/port'
import type { Command, Entry, Refusal } from './contract'
import { keepIfRoom, readJson } from './storage'

/**
 * [S1][S2] What one person has done on this phone and the server has not yet confirmed, in order, and what
 * it refused. Each entry is one key of the storage, written before anybody is told and named by its command,
 * so that none can tear or replace another, not even from a second window. A change for which there is no
 * room is lost with the run, and nothing with it: the command goes out again and gets the same answer [S3].
 */
export function createOutbox(storage: Storage, prefix: string) {
  const keyOf = ({ command }: Entry) => `${prefix}out/${command.id}`
  const seqKey = `${prefix}seq`

  let entries: Entry[] = storage
    .keys()
    .filter((key) => key.startsWith(`${prefix}out/`))
    .sort() // ids are time-ordered
    .flatMap((key) => {
      const entry = readJson<Entry>(storage, key)
      if (!entry) storage.remove(key) // torn while being written: nobody was told that it was kept
      return entry ?? []
    })
    .sort((a, b) => a.command.seq - b.command.seq)
  let seq = Math.max(readJson<number>(storage, seqKey) ?? 0, ...entries.map(({ command }) => command.seq))

  const of = (commandId: string) => entries.find(({ command }) => command.id === commandId)
  const not = (entry: Entry) => (each: Entry) => each.command.id !== entry.command.id

  /** Its number is used up with it, never without: a torn write leaves no gap. @throws StorageFull */
  function add(command: Omit<Command, 'seq'>, heldUntil?: number): Entry {
    const entry: Entry = {
      command: { ...command, seq: seq + 1 },
      state: 'waiting',
      failures: 0,
      ...(heldUntil === undefined ? {} : { heldUntil }),
    }
    storage.set(keyOf(entry), JSON.stringify(entry))
    keepIfRoom(storage, seqKey, ++seq)
    entries = [...entries, entry]
    return entry
  }

  function change(entry: Entry, changes: Partial<Entry>) {
    const next = { ...entry, ...changes }
    keepIfRoom(storage, keyOf(next), next)
    entries = entries.map((each) => (not(entry)(each) ? each : next))
  }

  /** Goes out as the newest: what came after it has gone already. */
  function renew(entry: Entry) {
    const command: Command = { ...entry.command, seq: ++seq }
    keepIfRoom(storage, seqKey, seq)
    change(entry, { command, state: 'waiting', failures: 0 })
    entries = [...entries].sort((a, b) => a.command.seq - b.command.seq)
  }

  /** Off the screen; `forget` takes it out of the storage, once the rows that replace it are kept. */
  function release(entry: Entry) {
    entries = entries.filter(not(entry))
  }
  const forget = (entry: Entry) => storage.remove(keyOf(entry))

  /** Seen: what ended, or was set aside, goes for good. */
  function dismiss(commandId: string): Entry | undefined {
    const entry = of(commandId)
    if (entry?.state !== 'aside' && entry?.state !== 'refused') return undefined
    release(entry)
    forget(entry)
    return entry
  }

  const heldOne = (commandId: string) => {
    const entry = of(commandId)
    return entry?.heldUntil === undefined ? undefined : entry
  }

  /** Its time is over. One that a second window has taken back meanwhile goes nowhere. */
  function letGo(commandId: string): Entry | undefined {
    const entry = heldOne(commandId)
    if (entry && storage.get(keyOf(entry))) change(entry, { heldUntil: undefined })
    else if (entry) release(entry)
    return entry
  }

  /** 撤回: as if it had never been made; its number stays unused. */
  function takeBack(commandId: string): Entry | undefined {
    const entry = heldOne(commandId)
    if (!entry) return undefined
    release(entry)
    forget(entry)
    return entry
  }

  return {
    add,
    change,
    renew,
    release,
    forget,
    dismiss,
    letGo,
    takeBack,
    of,
    held: () => entries.filter(({ heldUntil }) => heldUntil !== undefined),
    waiting: () => entries.filter(({ state }) => state === 'waiting'),
    /** All that may still take effect or has, in order. */
    open: () => entries.filter(({ state }) => state !== 'refused'),
    /** [S4] Ends that people must see. */
    refusals: () =>
      entries.flatMap(({ command, refusal }): Refusal[] => (refusal ? [{ command, ...refusal }] : [])),
  }
}
export type Outbox = ReturnType<typeof createOutbox>

import type { Command } from 'domain/commands'
import { type Storage, StorageFull } from '@/platform/port'
import type { Entry, Refusal } from './contract'
import { readJson } from './storage'

const padded = (seq: number) => seq.toString().padStart(9, '0')

/**
 * [S1][S2] What one person has done on this phone and the server has not yet confirmed, in order. Each
 * entry is one key of the storage, written before anybody is told, so that none can tear another.
 */
export function createOutbox(storage: Storage, prefix: string) {
  const entryKey = (entry: Entry) => `${prefix}out/${padded(entry.command.seq)}`
  const refusalsKey = `${prefix}refused`
  const seqKey = `${prefix}seq`

  let entries: Entry[] = storage
    .keys()
    .filter((key) => key.startsWith(`${prefix}out/`))
    .sort()
    .flatMap((key) => readJson<Entry>(storage, key) ?? [])
  let refusals = readJson<Refusal[]>(storage, refusalsKey) ?? []
  let seq = Math.max(readJson<number>(storage, seqKey) ?? 0, ...entries.map(({ command }) => command.seq))

  /** What was kept before still stands, and the server gives its answer again. */
  function tryKeep(key: string, value: unknown) {
    try {
      storage.set(key, JSON.stringify(value))
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
    }
  }
  const keep = (entry: Entry) => storage.set(entryKey(entry), JSON.stringify(entry))
  const of = (commandId: string) => entries.find(({ command }) => command.id === commandId)

  /** Its number is used up with it, never without: a torn write leaves no gap. @throws StorageFull */
  function add(command: Omit<Command, 'seq'>): Entry {
    const entry: Entry = {
      command: { ...command, seq: seq + 1 } as Command,
      state: 'waiting',
      failures: 0,
    }
    keep(entry)
    seq++
    tryKeep(seqKey, seq)
    entries = [...entries, entry]
    return entry
  }

  function change(entry: Entry, changes: Partial<Entry>) {
    const next = { ...entry, ...changes }
    tryKeep(entryKey(next), next)
    entries = entries.map((each) => (each === entry ? next : each))
  }

  /** Off the screen; `forget` takes it out of the storage, once the rows that replace it are kept. */
  function release(entry: Entry) {
    entries = entries.filter((each) => each !== entry)
  }
  const forget = (entry: Entry) => storage.remove(entryKey(entry))

  /** [S4] An end that people must see. */
  function refuse(entry: Entry, { code, text, at }: Omit<Refusal, 'command'>) {
    refusals = [...refusals, { command: entry.command, code, text, at }]
    tryKeep(refusalsKey, refusals)
    release(entry)
    forget(entry)
  }

  /** Goes out as the newest: what came after it has gone already. */
  function renew(entry: Entry) {
    const { seq: _, ...command } = entry.command
    release(entry)
    add(command)
    forget(entry)
  }

  function dismiss(commandId: string): Entry | undefined {
    refusals = refusals.filter(({ command }) => command.id !== commandId)
    tryKeep(refusalsKey, refusals)
    const entry = of(commandId)
    if (entry?.state !== 'aside') return undefined
    release(entry)
    forget(entry)
    return entry
  }

  const waiting = () => entries.filter(({ state }) => state === 'waiting')
  return {
    add,
    change,
    release,
    forget,
    refuse,
    renew,
    dismiss,
    of,
    waiting,
    all: () => entries,
    refusals: () => refusals,
  }
}
export type Outbox = ReturnType<typeof createOutbox>

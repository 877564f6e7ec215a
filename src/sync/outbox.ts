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
  const keyPrefix = `${prefix}out/`
  const keyOf = ({ command }: Entry) => `${keyPrefix}${command.id}`
  const seqKey = `${prefix}seq`

  let entries: Entry[] = storage
    .keys()
    .filter((key) => key.startsWith(keyPrefix))
    .sort() // ids are time-ordered
    .flatMap((key) => {
      const entry = readJson<Entry>(storage, key)
      if (!entry) storage.remove(key) // torn while being written: nobody was told that it was kept
      return entry ?? []
    })
    .sort((a, b) => a.command.seq - b.command.seq)
  let newest = Math.max(0, ...entries.map(({ command }) => command.seq))

  /** Another window counts too. Where two took the same, the server finds out, and this phone takes another name. */
  const nextSeq = () => Math.max(newest, readJson<number>(storage, seqKey) ?? 0) + 1

  const of = (commandId: string) => entries.find(({ command }) => command.id === commandId)
  const not = (entry: Entry) => (each: Entry) => each.command.id !== entry.command.id

  /** Its number is used up with it, never without: a torn write leaves no gap. @throws StorageFull */
  function add(command: Omit<Command, 'seq'>, heldUntil?: number): Entry {
    const seq = nextSeq()
    const entry: Entry = {
      command: { ...command, seq },
      state: 'waiting',
      failures: 0,
      ...(heldUntil === undefined ? {} : { heldUntil }),
    }
    storage.set(keyOf(entry), JSON.stringify(entry))
    keepIfRoom(storage, seqKey, seq)
    newest = seq
    entries = [...entries, entry]
    return entry
  }

  /** In this run and window alone. */
  function adjust(entry: Entry, changes: Partial<Entry>): Entry {
    const next = { ...entry, ...changes }
    entries = entries.map((each) => (not(entry)(each) ? each : next))
    return next
  }

  function change(entry: Entry, changes: Partial<Entry>) {
    const next = adjust(entry, changes)
    keepIfRoom(storage, keyOf(next), next)
  }

  /** Goes out as the newest: what came after it has gone already. */
  function renew(entry: Entry) {
    newest = nextSeq()
    const command: Command = { ...entry.command, seq: newest }
    keepIfRoom(storage, seqKey, newest)
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

  /**
   * Another window has kept, changed or ended an entry. One that the server has answered stays until its rows have
   * come here too [S5].
   * @returns it as it was and as it is
   */
  function reread(key: string): Entry[] {
    if (!key.startsWith(keyPrefix)) return []
    const before = of(key.slice(keyPrefix.length))
    const after = readJson<Entry>(storage, key)
    if (!after && before?.state === 'answered') return []
    const others = before ? entries.filter(not(before)) : entries
    entries = after ? [...others, after].sort((a, b) => a.command.seq - b.command.seq) : others
    return [before, after].filter((entry) => entry !== undefined)
  }

  return {
    add,
    adjust,
    change,
    reread,
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

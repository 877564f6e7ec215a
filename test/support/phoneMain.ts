import type { CommandArgs, CommandName } from 'domain/commands'
import { createApp } from '../src/sync/app'
import { DiskMap } from './diskMap'
import { createNodePlatform } from './nodePlatform'

/** How a phone in a process of its own is to be. */
export interface PhoneOptions {
  url: string
  /** What it keeps, and has kept. */
  disk: string
  /** How much faster its time runs. */
  haste: number
  /** No request of it ends because it takes too long. */
  patient?: boolean
}

const options: PhoneOptions = JSON.parse(process.argv[2] ?? '')
const disk = new DiskMap(options.disk)
const { platform } = createNodePlatform(options.url, disk, options)
const { sync, rows, status, watchers, troubles } = createApp(platform)

/** What it can be asked for, by messages. */
const calls = {
  logIn: (token: string, person: { id: string; displayName: string }) => sync.logIn(token, person),
  /** The id of the command, once it is kept. */
  send(name: CommandName, args: CommandArgs<CommandName>): string {
    const sent = sync.send(name, args)
    if (!sent.ok) throw new Error(sent.code)
    return sent.commandId
  },
  rows: () => Object.fromEntries(rows()),
  tearWriting(part: string) {
    disk.tear((key) => key.includes(part))
  },
}
export type PhoneCalls = typeof calls

/** What it tells by itself. */
export interface PhoneTold {
  state: string
  entries: number
  refusals: string[]
  troubles: string[]
}

watchers.add(() => {
  const { state, entries, refusals } = status()
  process.send?.({
    state,
    entries: entries.length,
    refusals: refusals.map(({ code }) => code),
    troubles: troubles.map(String),
  } satisfies PhoneTold)
})
process.on('message', ({ id, name, args }: { id: number; name: keyof PhoneCalls; args: never[] }) => {
  const call = calls[name] as (...args: never[]) => unknown
  process.send?.({ id, result: call(...args) ?? null })
})
process.on('disconnect', () => process.exit())
sync.start()

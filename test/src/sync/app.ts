import type { CommandArgs, CommandName, CommandsByName } from 'domain/commands'
import { checkArgs, wordsFor } from '@/client/checkArgs'
import { replay } from '@/client/replay'
import type { Status, View } from '@/client/view'
import type { Platform } from '@/platform/port'
import type { NeedView } from '@/store/records'
import type { RowKey } from '@/sync/contract'
import { createSync } from '@/sync/engine'

/**
 * The engine on any platform, and what it shows.
 * @param troubles mistakes of ours that were survived
 */
export function createApp(platform: Platform, troubles: unknown[] = []) {
  const rows = new Map<RowKey, View>()
  /** Every state of the screen, in order. */
  const seen: ReadonlyMap<RowKey, View>[] = []
  /** Called whenever something is told to the app. */
  const watchers = new Set<() => void>()
  let status!: Status
  let broken: Error | undefined

  const tell = () => {
    if (status) for (const watcher of watchers) watcher()
  }
  const sync = createSync<View, CommandsByName>({
    platform,
    check: checkArgs,
    wordsFor,
    replay,
    onRows(changed, anew) {
      if (broken) throw fixed()
      if (anew) rows.clear()
      for (const [key, view] of changed) {
        if (view) rows.set(key, view)
        else rows.delete(key)
      }
      seen.push(new Map(rows))
      tell()
    },
    onStatus(next) {
      status = next
      tell()
    },
    onTrouble: (error) => troubles.push(error),
  })

  function fixed() {
    const error = broken
    broken = undefined
    return error
  }

  function send<N extends CommandName>(name: N, args: CommandArgs<N>): string {
    const sent = sync.send(name, args)
    if (!sent.ok) throw new Error(`not kept: ${sent.code}`)
    return sent.commandId
  }

  return {
    sync,
    seen,
    troubles,
    watchers,
    send,
    move: (args: CommandArgs<'need.move'>) => send('need.move', args),
    rows: () => rows,
    status: () => status,
    need: (id: string) => rows.get(`need/${id}`) as NeedView | undefined,
    /** The next time that rows are shown goes wrong. */
    breakScreen(error: Error) {
      broken = error
    },
  }
}
export type App = ReturnType<typeof createApp>

/** The keys of what is kept and not yet confirmed. */
export const keptEntries = ({ disk }: { disk: Map<string, string> }) =>
  [...disk.keys()].filter((key) => key.includes('/out/'))

import type { Actor } from 'domain/actor'
import type { CommandArgs, CommandName } from 'domain/commands'
import type { NeedView } from '@/store/records'
import { checkArgs } from '@/sync/checkArgs'
import type { RowKey, Status } from '@/sync/contract'
import { createSync } from '@/sync/engine'
import { replay } from '@/sync/replay'
import type { View } from '@/sync/view'
import { community, idOf } from '../../support/builders'
import { createFakePlatform, type VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'

/** One app on one phone: the engine, and what it shows. */
export function createPhone(
  time: VirtualTime,
  { cloud }: Pick<TestCloud, 'cloud'>,
  {
    disk,
    room,
    clockErrorMs,
    seed = 1,
    troubles = [],
  }: {
    disk?: Map<string, string>
    room?: number
    clockErrorMs?: number
    seed?: number
    /** Mistakes of ours that were survived. */
    troubles?: unknown[]
  } = {},
) {
  const fake = createFakePlatform({
    time,
    cloud,
    seed,
    ...(disk ? { disk } : {}),
    ...(room === undefined ? {} : { room }),
    ...(clockErrorMs === undefined ? {} : { clockErrorMs }),
  })
  const rows = new Map<RowKey, View>()
  /** Every state of the screen, in order. */
  const seen: ReadonlyMap<RowKey, View>[] = []
  let status!: Status
  /** Called whenever something is told to the app. */
  const watchers: (() => void)[] = []
  const tell = () => {
    if (status) for (const watcher of watchers) watcher()
  }
  let broken: Error | undefined
  const sync = createSync<View>({
    platform: fake.platform,
    check: checkArgs,
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

  const send = <N extends CommandName>(name: N, args: CommandArgs<N>) => {
    const sent = sync.send(name, args)
    if (!sent.ok) throw new Error(`not kept: ${sent.code}`)
    return sent.commandId
  }
  return {
    ...fake,
    sync,
    seen,
    troubles,
    watchers,
    send,
    rows: () => rows,
    status: () => status,
    need: (id: string) => rows.get(`need/${id}`) as NeedView | undefined,
    place: (n: number, more: Partial<CommandArgs<'need.place'>> = {}) => send('need.place', toPlace(n, more)),
    move: (args: CommandArgs<'need.move'>) => send('need.move', args),
    logIn(person: Actor) {
      sync.logIn(person.id, { id: person.id, displayName: person.displayName })
    },
    /** The next time that rows are shown goes wrong. */
    breakScreen(error: Error) {
      broken = error
    },
    /** The app is killed, and opened again. */
    restart(more: { clockErrorMs?: number } = {}) {
      fake.kill()
      const again = createPhone(time, { cloud }, { disk: fake.disk, seed: seed + 1, troubles, ...more })
      again.sync.start()
      return again
    },
  }
}
export type TestPhone = ReturnType<typeof createPhone>

export const toPlace = (
  n: number,
  more: Partial<CommandArgs<'need.place'>> = {},
): CommandArgs<'need.place'> => ({
  id: idOf('n', n),
  kind: 'help',
  categoryCode: 'help-power',
  communityCode: community,
  gridCode: `${community}001`,
  words: `客厅灯不亮了，第${n}次`,
  answers: { what: '灯不亮', smell: false },
  urgency: 'normal',
  consent: true,
  ...more,
})

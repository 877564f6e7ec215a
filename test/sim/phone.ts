import type { Command, CommandArgs, CommandName, CommandsByName } from 'domain/commands'
import type { Person } from 'domain/person/person'
import { checkArgs, wordsFor } from '@/client/checkArgs'
import { replay } from '@/client/replay'
import { withSeen } from '@/client/seen'
import type { Status, View } from '@/client/view'
import type { NeedView } from '@/store/records'
import type { Me, RowKey, SendOptions, Sync } from '@/sync/contract'
import { createSync } from '@/sync/engine'
import { createFakePlatform, type FakePhone, Killed } from '../support/fakePlatform'
import type { Ground } from './ground'
import { createWitness } from './witness'

/** A phone in somebody's hand: it is killed and started again, and keeps its storage. */
export function createPhone(ground: Ground, name: string) {
  const { time, dice, network, book, note } = ground
  const disk = new Map<string, string>()
  const rows = new Map<RowKey, View>()
  const witness = createWitness(ground, name, disk, rows)
  let fake: FakePhone
  let sync: Sync<CommandsByName>
  let status: Status
  let clockErrorMs = 0
  let dead = true

  function start({ online = true } = {}) {
    dead = false
    rows.clear()
    witness.forget('started', sessionOn(disk)?.person.id ?? '')
    const life = createFakePlatform({
      time,
      cloud: network.lineOf(name),
      disk,
      clockErrorMs,
      seed: dice.roll(1_000_000),
    })
    fake = life
    life.setOnline(online)
    const begun = createSync<View, CommandsByName>({
      platform: witness.watched(life.platform),
      check: checkArgs,
      wordsFor,
      replay,
      onRows(changed, anew) {
        if (fake !== life) return
        if (anew) rows.clear()
        for (const [key, view] of changed) {
          if (view) rows.set(key, view)
          else rows.delete(key)
        }
        witness.saw(changed, anew)
      },
      onStatus(next) {
        if (fake !== life) return
        status = next
        witness.told(next)
      },
      onTrouble(error, where) {
        if (!(error instanceof Killed)) book.blame(`${name}: ${where}: ${(error as Error).stack}`)
      },
    })
    sync = begun
    alive(() => begun.start())
  }

  /** Ends with the phone, where that is killed in the middle of it. */
  function alive<T>(work: () => T): T | undefined {
    if (dead) return undefined
    try {
      return work()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      kill()
      return undefined
    }
  }

  function kill() {
    if (dead) return
    dead = true
    fake.kill()
    network.cutSockets(name)
    note(`${name} killed`)
  }

  /** The app may have been killed by a write meanwhile. */
  function look() {
    if (!dead && fake.killed()) kill()
  }

  function send<N extends CommandName>(as: N, args: CommandArgs<N>, options?: SendOptions) {
    const sent = alive(() => sync.send(as, withSeen(as, args, sync), options))
    note(`${name} does ${as} ${JSON.stringify(args)} ${JSON.stringify(sent)}`)
    if (sent?.ok && !disk.has(witness.entryKey(sent.commandId)))
      book.blame(`[S1] ${name} told that ${sent.commandId} is kept, and it is not`)
  }

  return {
    name,
    disk,
    rows,
    witness,
    start,
    kill,
    look,
    send,
    dead: () => dead,
    status: () => status,
    sync: () => sync,
    fake: () => fake,
    alive,
    person: (): Me | undefined => status?.person,
    token: () => sessionOn(disk)?.token,
    need: (id: string) => rows.get(`need/${id}`) as NeedView | undefined,
    needs: () => [...rows].flatMap(([key, view]) => (key.startsWith('need/') ? [view as NeedView] : [])),
    logIn({ id, displayName }: Pick<Person, 'id' | 'displayName'>, token: string) {
      witness.forget('somebody logs in', id)
      alive(() => sync.logIn(token, { id, displayName }))
      note(`${name} is ${displayName}`)
    },
    logOut() {
      witness.forget('log-out', '')
      alive(() => sync.logOut())
      note(`${name} is nobody`)
    },
    watch(community: string | undefined) {
      witness.forget('looks elsewhere')
      alive(() => sync.watch(community))
    },
    touches: (command: Command) => replay.touches(command),
    takeBack(commandId: string) {
      const person = status.person?.id
      witness.forget('takes back')
      if (alive(() => sync.takeBack(commandId)) && person) book.takenBack(person, commandId)
    },
    dismiss(commandId: string) {
      const person = status.person?.id
      const aside = status.entries.some(({ command }) => command.id === commandId)
      witness.forget('dismisses')
      alive(() => sync.dismiss(commandId))
      if (aside && person && !dead) book.givenUp(person, commandId)
    },
    setClockError(ms: number) {
      clockErrorMs = ms
      fake.setClockError(ms)
    },
  }
}
export type Phone = ReturnType<typeof createPhone>

function sessionOn(disk: Map<string, string>) {
  const session = disk.get('xf/session')
  return session ? (JSON.parse(session) as { person: Me; token: string }) : undefined
}

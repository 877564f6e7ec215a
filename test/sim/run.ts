import { createHash } from 'node:crypto'
import { createDice } from '../support/dice'
import { act } from './acts'
import { createBook } from './book'
import { check } from './checks'
import type { SimDatabase } from './database'
import { createGate, SIMULATED } from './gate'
import { heal } from './heal'
import { createNetwork } from './network'
import { noticesHeard } from './notices'
import { createPhone, type Phone } from './phone'
import { PEOPLE } from './roster'
import { type SimServer, startServer } from './server'
import { beginTime, rest, uuidOf } from './time'
import type { World } from './world'

/** So many without an end are none. */
const MOST_STEPS = 20_000

/** What a run is made of; where it is slow, it ends the same. */
export interface Task {
  seed: number
  phones: number
  slow: boolean
}

export interface Result {
  seed: number
  commands: number
  statements: number
  /** What the rules forbid and happened. */
  blames: string[]
  trace: string[]
  /** Of the whole trace. */
  hash: string
}

/** One seed from beginning to end: people act in bad weather, all heals, and everything is compared. */
export async function run(database: SimDatabase, { seed, phones: phoneCount, slow }: Task): Promise<Result> {
  const dice = createDice(seed)
  const gate = createGate(database.observer, dice, slow)
  const time = beginTime(seed, settle)
  const trace: string[] = []
  const note = (line: string) => void trace.push(`${time.now() % 100_000_000} ${line}`)
  const book = createBook(note)
  const network = createNetwork(time, dice, book, note)
  const epoch = () => uuidOf(dice.bytes(16))
  let server: SimServer | undefined
  let starting: Promise<void> | undefined
  let statementsToDeath = Number.POSITIVE_INFINITY

  /** Before time goes on, the server has done all that it can, one statement after the other. */
  async function settle() {
    await starting
    for (let steps = 0; ; steps++) {
      // Nobody moves while PostgreSQL answers, however long that takes.
      await rest()
      if (await noticesHeard()) continue
      if (await gate.step()) {
        if (--statementsToDeath <= 0) await die()
      } else if (!server?.busy()) break
      if (steps > MOST_STEPS)
        throw new Error(
          `seed ${seed}: the server does not come to rest: ${server?.state()}\n${trace.slice(-20).join('\n')}`,
        )
    }
    for (const phone of phones) {
      phone.look()
      phone.witness.judge()
    }
    await compareWins()
  }

  async function compareWins() {
    for (const [key, blame] of book.wins) {
      const [personId, needId] = key.split('/')
      const { rowCount } = await database.observer.query(
        'select from assignments where need_id = $2 and person_id = $1',
        [personId, needId],
      )
      if (rowCount) book.trueWins.add(key)
      else book.blame(blame)
    }
    book.wins.clear()
  }

  /** Whatever the server stumbles over is our own doing. */
  function heard(line: string) {
    const { type, code, message } = (JSON.parse(line) as { err: Record<string, string> }).err
    note(`the server logs ${type} ${code ?? message}`)
    if (!SIMULATED.includes(code ?? message ?? '')) book.blame(`the server stumbles: ${line}`)
  }

  async function rememberWins() {
    const { rows } = await database.observer.query('select person_id, need_id from assignments')
    for (const { person_id, need_id } of rows) book.trueWins.add(`${person_id}/${need_id}`)
  }

  async function die() {
    statementsToDeath = Number.POSITIVE_INFINITY
    note('the server dies')
    await world.endServer('dies')
    time.after(dice.roll(10_000), () => void world.startServer())
  }

  async function start() {
    server = await startServer(database, gate, time, dice, heard)
    network.serve(server)
    note('the server starts')
  }

  const world: World = {
    time,
    dice,
    database,
    gate,
    network,
    book,
    phones: [],
    note,
    server: () => server,
    startServer() {
      if (!server) starting ??= start().finally(() => (starting = undefined))
      return starting ?? Promise.resolve()
    },
    async endServer(how) {
      const ending = server
      server = undefined
      network.serve(undefined)
      if (how === 'stops') await ending?.stop()
      else await ending?.die()
      note(`the server ${how}`)
    },
    async restoreBackup() {
      await rememberWins() // some may be on their way to a screen
      await database.restore(epoch())
      await book.forgetLost(database.observer)
    },
    dieSoon(statements) {
      statementsToDeath = statements
    },
  }
  const { phones } = world

  note('— all begins')
  await database.begin(epoch())
  await database.backUp()
  await world.startServer()
  for (let n = 0; n < phoneCount; n++) phones.push(await beginPhone(n))
  async function beginPhone(n: number): Promise<Phone> {
    const phone = createPhone(world, `phone ${n + 1}`)
    phone.start()
    const person = PEOPLE[n % PEOPLE.length]
    const token = person && (await server?.logIn(person.id))
    if (person && token) phone.logIn(person, token)
    return phone
  }
  await time.pass(3_000)

  const acts = 70 + dice.roll(60)
  for (let n = 0; n < acts; n++) {
    await act(world)
    await settle()
    if (dice.chance(75)) await time.pass(dice.chance(8) ? dice.roll(90_000) : dice.roll(2_500))
  }
  await heal(world)
  await check(world)
  await world.endServer('stops')
  for (const phone of phones) phone.kill()
  for (const trouble of gate.troubles) book.blame(`[S6] ${trouble}`)
  const hash = createHash('sha256').update(trace.join('\n')).digest('hex')
  return { seed, commands: book.commands.size, statements: gate.steps(), blames: book.blames, trace, hash }
}

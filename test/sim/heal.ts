import { endLogIn } from './mishaps'
import { moveSomething } from './moves'
import { FAIR } from './network'
import type { Phone } from './phone'
import { placeSomething } from './places'
import { PEOPLE } from './roster'
import type { World } from './world'

/** The longest that a phone may take to find out that its socket is dead. */
const QUIET_MS = 110_000
const ROUNDS = 12
const ROUND_MS = 40_000
const GUEST_ACTS = 12

/** The network is good, the server runs and does what follows, also what was given up, every phone is on and has room; whoever has something to send logs in. */
export async function heal(world: World) {
  const { database, gate, network, server, startServer, phones, time, dieSoon, note } = world
  note('— all heals')
  dieSoon(Number.POSITIVE_INFINITY)
  gate.fail(0)
  network.turn(FAIR)
  await startServer()
  await database.observer.query(`update effects set tries = 0, failed_at = null, due_at = 'epoch'`)
  void server()?.doEffects()
  for (const phone of phones) {
    phone.kill()
    phone.start() // for what was given up where there was no room is fetched again at the next start
    phone.fake().setOnline(true)
    phone.fake().setVisible(true)
  }
  for (let round = 0; round < ROUNDS; round++) {
    await time.pass(ROUND_MS)
    let busy = false
    for (const phone of phones) busy = (await empty(world, phone)) || busy
    if (!busy) break
  }
  for (const [n, phone] of phones.entries()) await logInAs(world, phone, PEOPLE[n % PEOPLE.length]?.id ?? '')
  await time.pass(QUIET_MS)
  await goOnWithGuests(world)
}

/** [S10] Some log-ins end, and the others go on. */
async function goOnWithGuests(world: World) {
  const { phones, time, dice, note } = world
  note('— some are guests')
  const guests = phones.filter(() => dice.chance(30))
  const others = phones.filter((phone) => !guests.includes(phone))
  for (const phone of guests) endLogIn(world, phone)
  await time.pass(3_000)
  for (let n = 0; n < GUEST_ACTS; n++) {
    const phone = dice.pick(others)
    if (phone) dice.pick([placeSomething, moveSomething, moveSomething])?.(world, phone)
    await time.pass(1_000)
  }
  await time.pass(QUIET_MS)
}

/** Whoever has left something in this phone comes back to it, one after the other. @returns whether anybody has */
async function empty(world: World, phone: Phone): Promise<boolean> {
  const owners = [...phone.disk.keys()].flatMap((key) => /^xf\/([^/]+)\/out\//.exec(key)?.[1] ?? [])
  const waits = (id: string) => owners.includes(id) && hasOpen(phone, id)
  const { id = '' } = phone.person() ?? {}
  const next = waits(id) || phone.status().state === 'loginNeeded' ? id : owners.find(waits)
  if (next) await logInAs(world, phone, next)
  return next !== undefined
}

const hasOpen = ({ disk }: Phone, personId: string) =>
  [...disk].some(
    ([key, text]) =>
      key.startsWith(`xf/${personId}/out/`) &&
      !text.includes('"state":"refused"') &&
      !text.includes('"state":"aside"'),
  )

async function logInAs({ server }: World, phone: Phone, personId: string) {
  if (phone.person()?.id === personId && phone.status().state !== 'loginNeeded') return
  const person = PEOPLE.find(({ id }) => id === personId)
  const token = person && (await server()?.logIn(person.id))
  if (person && token) phone.logIn(person, token)
}

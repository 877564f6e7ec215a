import { categoryOf, SKILLS } from 'domain/category/category'
import type { Grant } from 'domain/kernel/actor'
import { plusMinutes } from 'domain/kernel/time'
import type { Service } from 'domain/listing/service'
import type { Phone } from './phone'
import { PLACED_IN } from './places'
import {
  aResource,
  aService,
  COMMUNITIES,
  community,
  district,
  elsewhere,
  ORGS,
  PEOPLE,
  RESOURCES,
  SERVICES,
  TEAM,
  TOWN,
  UNIT,
} from './roster'
import type { World } from './world'

/** Everybody who can wants the same task at the same moment. */
export function race(world: World) {
  const { phones, dice } = world
  const offered = phones
    .flatMap((phone) => (phone.dead() ? [] : phone.needs()))
    .filter(({ need }) => need.status === 'dispatched')
  const wanted = dice.pick(offered)?.need
  if (!wanted) return
  for (const phone of phones)
    if (!phone.dead() && phone.need(wanted.id) && dice.chance(70))
      phone.send('need.move', { needId: wanted.id, action: 'claim' })
}

/** [S16] As a form says it: of the row that the phone shows, which another may have saved meanwhile. */
function madeOf<Args extends { id: string } | { code: string }>(phone: Phone, entity: string, args: Args) {
  const id = 'id' in args ? args.id : args.code
  const row = phone.rows.get(`${entity}/${id}`) as { revision?: string } | undefined
  return row ? { ...args, seen: row.revision ?? null } : args
}

export function saveSomething({ dice }: World, phone: Phone) {
  const listed = dice.chance(80)
  const description = `第${dice.roll(1_000)}版`
  switch (dice.roll(3)) {
    case 0:
      return phone.send(
        'service.save',
        madeOf(phone, 'service', { ...aService(dice.pick(SERVICES) as string), listed, description }),
      )
    case 1:
      return phone.send(
        'resource.save',
        madeOf(phone, 'resource', { ...aResource(dice.pick(RESOURCES) as string), listed, description }),
      )
    default: {
      const org = dice.pick(ORGS)
      return (
        org && phone.send('org.save', madeOf(phone, 'org', { ...org, name: `${org.name}${dice.roll(100)}` }))
      )
    }
  }
}

/** The district changes what a category promises, takes it off or back, or says something else of itself. */
export function changeCategory({ dice, server }: World, phone: Phone) {
  if (dice.chance(25)) {
    const said = { id: district, name: `先锋${dice.roll(100)}`, skills: [...SKILLS], holidays: [] }
    return phone.send('district.save', madeOf(phone, 'district', said))
  }
  const respondWithinMin = 30 * (1 + dice.roll(40))
  const listed = dice.chance(80)
  const before = categoryOf(dice.pick(PLACED_IN)?.[1] ?? '')
  const category = { ...before, districtCode: district, respondWithinMin, listed }
  if (dice.chance(50)) return phone.send('category.save', madeOf(phone, 'category', category))
  void server()?.run('category.save', category)
}

/** Staff move a session, take it off, or put it back where it was: its orders come along. */
export function moveSession({ dice }: World, phone: Phone) {
  const id = dice.pick(SERVICES) as string
  const shown = phone.rows.get(`service/${id}`) as Service | undefined
  const { sessions, ...service } = aService(id)
  const booked = Object.fromEntries((shown?.sessions ?? []).map((each) => [each.id, each.booked]))
  const later = dice.roll(3) * 60
  const moved = sessions.map((each) => ({
    ...each,
    startsAt: plusMinutes(each.startsAt, later),
    endsAt: plusMinutes(each.endsAt, later),
  }))
  const args = { ...service, sessions: dice.chance(30) ? [] : moved, booked }
  return phone.send('service.save', madeOf(phone, 'service', args))
}

const GRANTS: Grant[] = [
  { role: 'secretary', area: community },
  { role: 'secretary', area: elsewhere },
  { role: 'member', area: community },
  { role: 'member', area: elsewhere },
  { role: 'volunteer', area: TOWN },
  { role: 'gridLead', area: `${community}001` },
  { role: 'coordinator', area: district },
  { role: 'unitContact', orgId: TEAM },
  { role: 'unitContact', orgId: UNIT },
]

/** Rights are given and taken, and people move: by a coordinator's phone, or by the district's own list. */
export async function changeRights(world: World, phone: Phone) {
  const { dice, database, phones, server } = world
  const of = dice.pick(PEOPLE.slice(0, phones.length + 1))
  const before = of && (await database.readPerson(of.id))
  if (!before) return
  const { revision, ...after } = before
  const grant = dice.pick(GRANTS) as Grant
  const same = (each: Grant) => JSON.stringify(each) === JSON.stringify(grant)
  if (dice.chance(30)) after.homeGrid = `${dice.pick(COMMUNITIES)}00${1 + dice.roll(2)}`
  else
    after.grants = before.grants.some(same)
      ? before.grants.filter((each) => !same(each))
      : [...before.grants, grant]
  if (dice.chance(40)) phone.send('person.save', { ...after, ...(revision ? { seen: revision } : {}) })
  else void server()?.run('person.save', after)
}

export function takeBack({ dice }: World, phone: Phone) {
  const held = phone.status().entries.filter(({ heldUntil }) => heldUntil !== undefined)
  const one = dice.pick(held)
  if (one && !phone.dead()) phone.takeBack(one.command.id)
}

/** People see what was refused or set aside. */
export function attend({ dice }: World, phone: Phone) {
  const { refusals, entries } = phone.status()
  const refused = dice.pick(refusals)
  if (refused) phone.dismiss(refused.command.id)
  const aside = dice.pick(entries.filter(({ state }) => state === 'aside'))
  if (aside && dice.chance(70)) phone.alive(() => phone.sync().retry(aside.command.id))
  else if (aside) phone.dismiss(aside.command.id)
}

/** Somebody logs out, in again, or hands the phone on. */
export async function changeHands(world: World, phone: Phone) {
  const { dice, server, phones } = world
  if (phone.person() && dice.chance(50)) return phone.logOut()
  const who = dice.chance(60) ? PEOPLE[phones.indexOf(phone) % PEOPLE.length] : dice.pick(PEOPLE)
  const token = who && (await server()?.logIn(who.id))
  if (who && token) phone.logIn(who, token)
}

export function lookElsewhere({ dice }: World, phone: Phone) {
  phone.watch(dice.pick([undefined, ...COMMUNITIES]))
}

/** 试一下. */
export function refresh(_: World, phone: Phone) {
  phone.alive(() => void phone.sync().refresh())
}

import type { Command } from 'domain/commands'
import { homeOf } from 'domain/kernel/actor'
import { scopesOf } from 'domain/kernel/scope'
import { isAt, type Service } from 'domain/listing/service'
import { asksOf } from 'domain/need/asks'
import { maySeeWhole } from 'domain/need/audience'
import { activeAssignments, type WhenSpan } from 'domain/need/need'
import type { NeedRow } from 'domain/need/needRow'
import { isOpen } from 'domain/need/status'
import { loginOf } from '../../cloud/login/tokens'
import type { Phone } from './phone'
import { district } from './roster'
import { plain, readTruth, type Truth } from './truth'
import type { Sight } from './witness'
import type { World } from './world'

/** Everything is quiet: what the rules say must be so. */
export async function check(world: World) {
  const truth = await readTruth(world.database)
  checkNeeds(world, truth)
  checkOrders(world, truth)
  await checkAsks(world, truth)
  await checkEffects(world)
  await checkFeed(world, truth)
  await checkCommands(world, truth)
  const logins = await loginsIn(world)
  for (const phone of world.phones) {
    checkPhone(world, phone, truth, logins)
    checkRights(world, phone, truth, logins)
    checkWhole(world, phone, truth)
  }
  for (const phone of world.phones) checkKept(world, phone)
}

function checkNeeds({ book }: World, { needs }: Truth) {
  for (const { need, events } of needs) {
    const active = activeAssignments(need)
    if (active.length > need.headcount)
      book.blame(`${need.id} has ${active.length} holders of ${need.headcount}`)
    if (new Set(active.map(({ slot }) => slot)).size < active.length)
      book.blame(`${need.id}: two hold one slot`)
    if (events.length !== need.version)
      book.blame(`[S3] ${need.id}: ${events.length} events, version ${need.version}`)
    if (new Set(events.map(({ id }) => id)).size < events.length)
      book.blame(`[S3] ${need.id}: a command took effect twice`)
  }
}

/** [S6] The feed says what the tables say, each row once, under numbers up to the counter. */
async function checkFeed({ book, database }: World, { scopes }: Truth) {
  const { rows } = await database.observer.query(
    `select scope, s.number::int as head, f.number::int, entity, id, row from feed f join scopes s using (scope) order by scope, f.number`,
  )
  const heads = new Map<string, number>()
  const left = new Map([...scopes].map(([scope, of]) => [scope, new Map(of)]))
  for (const { scope, head, number, entity, id, row } of rows) {
    const key = `${entity}/${id}`
    if (number <= (heads.get(scope) ?? 0) || number > head)
      book.blame(`[S6] ${scope}: ${key} stands at ${number} of ${head}`)
    heads.set(scope, number)
    const there = left.get(scope)?.get(key)
    left.get(scope)?.delete(key)
    if (JSON.stringify(there) !== JSON.stringify(row === null ? undefined : plain(row)))
      book.blame(`[S6] the feed of ${scope} says of ${key} what the tables do not`)
  }
  for (const [scope, of] of left)
    for (const key of of.keys()) book.blame(`[S6] the feed of ${scope} lacks ${key}`)
}

/** [S1] [S3] [S4] Every command has ended, and people know how. */
async function checkCommands(world: World, { needs }: Truth) {
  const { book, database } = world
  const { rows } = await database.observer.query(`select actor_id || '/' || id as key, answer from commands`)
  const ledger = new Map(rows.map(({ key, answer }) => [key as string, answer as { code?: string } | null]))
  const events = new Set(needs.flatMap(({ events }) => events.map(({ id, byId }) => `${byId}/${id}`)))
  for (const [key, kept] of book.commands) {
    const { command, takenBack, givenUp, refused, aside, acknowledged, lost } = kept
    const what = `${command.name} ${key} of ${kept.phone}`
    const answer = ledger.get(key)
    const applied = answer !== undefined && answer?.code === undefined
    if (takenBack && answer) book.blame(`[S2] ${what} was taken back, and sent`)
    if (takenBack || givenUp || lost) continue
    if (acknowledged && !applied) book.blame(`[S3] ${what} was acknowledged, and is lost`)
    if (!applied && !refused && !aside) book.blame(`[S4] ${what} has not ended: ${JSON.stringify(answer)}`)
    if (applied && refused) book.blame(`[S4] ${what} was told as refused (${refused}), and is applied`)
    if (applied && command.name === 'need.move') checkSeen(world, command, needs)
    const leavesEvent = command.name === 'need.place' || command.name === 'need.move'
    if (applied && leavesEvent && !events.has(key))
      book.blame(`[S3] ${what} is in the ledger, and did nothing`)
  }
  const { rows: resources } = await database.observer.query('select id, version from resources')
  for (const { id, version } of resources) {
    const saves = [...book.commands].filter(
      ([key, { command }]) =>
        command.name === 'resource.save' &&
        command.args.id === id &&
        ledger.has(key) &&
        !ledger.get(key)?.code,
    )
    if (version !== 1 + saves.length) book.blame(`[S3] ${id}: ${saves.length} saves, version ${version}`)
  }
  const { rows: sessions } = await database.observer.query(
    `select s.id, s.booked, s.capacity, count(n.id)::int as orders from sessions s
      left join needs n on n.session_id = s.id and n.status not in ('withdrawn', 'rejected') group by 1, 2, 3, s.community_code`,
  )
  for (const { id, booked, orders, capacity } of sessions)
    if (booked !== orders || booked > capacity)
      book.blame(`session ${id}: ${booked} booked by ${orders} of ${capacity}`)
}

/** What is kept of who was asked is what the events say. */
async function checkAsks({ book, database }: World, { needs }: Truth) {
  const { rows } =
    await database.observer.query(`select need_id, coalesce(person_id, org_id) || ' by ' || by_id
    || ' at ' || iso(asked_at) || ': ' || coalesce(how || ' at ' || iso(ended_at), 'open') as ask from asks`)
  const kept = new Map<string, string[]>()
  for (const { need_id, ask } of rows) kept.set(need_id, [...(kept.get(need_id) ?? []), ask])
  for (const { need, events } of needs) {
    const told = asksOf(need, events).map(({ personId, orgId, byId, askedAt, how, endedAt }) => {
      return `${personId ?? orgId} by ${byId} at ${askedAt}: ${how ? `${how} at ${endedAt}` : 'open'}`
    })
    const [are, should] = [(kept.get(need.id) ?? []).sort().join(), told.sort().join()]
    if (are !== should) book.blame(`${need.id} keeps of its asks [${are}], and its events say [${should}]`)
  }
}

/** What follows a command is done, all of it. */
async function checkEffects({ book, database }: World) {
  const { rows } = await database.observer.query('select id, name, tries from effects')
  for (const { id, name, tries } of rows) book.blame(`effect ${name} ${id} was not done in ${tries} tries`)
}

/** An order keeps the time for which it was made, and hears of every change of it until the one that stands. */
function checkOrders({ book }: World, { needs, scopes }: Truth) {
  const services = [...scopes.values()].flatMap((rows) =>
    [...rows].flatMap(([key, row]) => (key.startsWith('service/') ? [row as Service] : [])),
  )
  for (const { need, events } of needs) {
    if (!need.sessionId) continue
    let at: WhenSpan | undefined = need.whenSpan
    for (const { action, said } of events) {
      if (action !== 'reschedule') continue
      const { from, to } = said as { from: WhenSpan; to?: WhenSpan }
      if (at && !isSame(at, from))
        book.blame(`order ${need.id} was made for ${at.from}, and moves from ${from.from}`)
      at = to
    }
    const session = services.flatMap(({ sessions }) => sessions).find(({ id }) => id === need.sessionId)
    if (isOpen(need) && at && !(session && isAt(session, at)))
      book.blame(`order ${need.id} is told ${at.from}, and its session is at ${session?.startsAt}`)
  }
}
const isSame = (a: WhenSpan, b: WhenSpan) => a.from === b.from && a.to === b.to

/** [S16] Nobody loses a need, or what was asked of them, by a step whose screen did not show them. */
function checkSeen(
  { book }: World,
  { id, args }: Extract<Command, { name: 'need.move' }>,
  needs: Truth['needs'],
) {
  const told = needs.find(({ need }) => need.id === args.needId)
  const at = told?.events.findIndex((event) => event.id === id) ?? -1
  if (!told || at < 0 || !args.seen || !['dispatch', 'reject', 'withdraw'].includes(args.action)) return
  const { version, own } = args.seen
  for (const event of told.events.slice(version, at))
    if (event.action === 'claim' && !own.includes(event.id))
      book.blame(`[S16] ${args.action} ${id} of ${args.needId} did not see the claim ${event.id}`)
}

async function loginsIn({ database }: World): Promise<Set<string>> {
  const { rows } = await database.observer.query(`select hash from tokens`)
  return new Set(rows.map(({ hash }) => (hash as Buffer).toString('base64url')))
}

const logInEnded = (phone: Phone, logins: Set<string>) =>
  phone.person() !== undefined && !logins.has(loginOf(phone.token() ?? ''))

/**
 * [S7] [S10] The phone holds what its person may see, in each scope, and nothing else; and shows it. Where their log-in
 * has ended, so it is with what anybody may see.
 */
function checkPhone({ book }: World, phone: Phone, truth: Truth, logins: Set<string>) {
  const status = phone.status()
  const blame = (what: string) => book.blame(`${what} (${phone.name})`)
  const person = phone.person()
  const isGuest = logInEnded(phone, logins)
  if (status.state !== (isGuest ? 'loginNeeded' : 'idle')) blame(`[S12] it is ${status.state}`)
  const waiting = status.entries.filter(({ state }) => state !== 'aside')
  if (waiting.length > 0) blame(`[S4] ${waiting.length} commands wait`)
  const actor = person && truth.people.get(person.id)
  const expected = new Map<string, { scope: string; row: unknown }[]>()
  const scopes = isGuest
    ? scopesOf(undefined, district, status.watching ?? (actor && homeOf(actor)))
    : scopesOf(actor, district, status.watching)
  for (const scope of scopes)
    for (const [key, row] of truth.scopes.get(scope) ?? [])
      expected.set(key, [...(expected.get(key) ?? []), { scope, row }])
  const overlaid = new Set(status.entries.flatMap(({ command }) => phone.touches(command)))
  for (const key of new Set([...expected.keys(), ...phone.rows.keys()])) {
    const [entity, id] = key.split('/') as [never, string]
    const all = phone.sync().held(entity, id)
    const held = isGuest ? all.filter(({ scope }) => scopes.includes(scope)) : all
    const should = expected.get(key) ?? []
    if (JSON.stringify(plain(held)) !== JSON.stringify(plain(should)))
      blame(`[S7] ${key} is held as ${summary(held)}, and is ${summary(should)}`)
    if (!overlaid.has(key as never) && phone.rows.has(key as never) !== (isGuest ? all : should).length > 0)
      blame(`[S9] ${key} ${should.length > 0 ? 'does not show' : 'shows'}`)
  }
}

/**
 * [S10] What a phone holds whole its person may read whole: staff of one grid nothing of another, by its scopes or not.
 * Whose log-in has ended holds what they held.
 */
function checkRights({ book }: World, phone: Phone, { needs, people }: Truth, logins: Set<string>) {
  if (logInEnded(phone, logins)) return
  const actor = people.get(phone.person()?.id ?? '')
  for (const { need } of needs) {
    const whole = phone
      .sync()
      .held('need', need.id)
      .some(({ row }) => 'full' in (row as NeedRow))
    if (whole && !(actor && maySeeWhole(need, actor)))
      book.blame(`[S10] ${phone.name} holds the whole of ${need.id}, which is not for its person`)
  }
}

function summary(held: { scope: string; row: unknown }[]): string {
  const versions = held.map(({ scope, row }) => {
    const of = row as { version?: number; full?: { version: number }; summary?: { version: number } }
    return `${scope}@${(of.full ?? of.summary ?? of).version}`
  })
  return `[${versions.join()}]`
}

/** [S13] What the phone keeps is what it holds: it shows the same when it starts without a network. */
function checkKept({ book }: World, phone: Phone) {
  const texts = () => new Map([...phone.rows].map(([key, view]) => [key, JSON.stringify(plain(view))]))
  const before = texts()
  phone.fake().setVisible(false)
  phone.kill()
  phone.start({ online: false })
  const after = texts()
  for (const key of new Set([...before.keys(), ...after.keys()]))
    if (before.get(key) !== after.get(key))
      book.blame(`[S13] ${key} is not kept as it showed (${phone.name})`)
}

/** [S7] Both sides of a merge show together. */
function checkWhole({ book }: World, { name, witness }: Phone, { needs }: Truth) {
  const sides = new Map<string, { key: string; version: number }[]>()
  // What a phone merges itself it replays over what it holds.
  const own = new Set(
    [...book.commands.values()].flatMap((kept) => (kept.phone === name ? kept.command.id : [])),
  )
  for (const { need, events } of needs)
    for (const [index, { id, action }] of events.entries())
      if ((action === 'merge' || action === 'absorb') && !own.has(id))
        sides.set(id, [...(sides.get(id) ?? []), { key: `need/${need.id}`, version: index + 1 }])
  for (const [a, b] of sides.values()) {
    if (!a || !b) continue
    let now = new Map<string, Sight>()
    let step = 0
    const judge = () => {
      const [x, y] = [now.get(a.key), now.get(b.key)]
      if (!x?.clean || !y?.clean || x.version === undefined || y.version === undefined) return
      if (x.version >= a.version !== y.version >= b.version)
        book.blame(`[S7] ${name} showed half of a merge of ${a.key} and ${b.key}`)
    }
    for (const sight of witness.sights) {
      if (sight.step !== step) judge()
      step = sight.step
      if (sight.key === 'need/') now = new Map()
      else if (sight.key === a.key || sight.key === b.key) now.set(sight.key, sight)
    }
    judge()
  }
}

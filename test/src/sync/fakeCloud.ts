import { findCategory } from 'domain/category/category'
import type { Command } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import { termOf } from 'domain/kernel/checksum'
import {
  type Answer,
  BEAT_SECONDS,
  type Change,
  type Checksum,
  type Cursor,
  type LiveMessage,
  type LiveNews,
  type LiveRequest,
  type SyncAnswer,
  type SyncRequest,
} from 'domain/kernel/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/kernel/refusal'
import { scopesOf, userScope } from 'domain/kernel/scope'
import type { Service } from 'domain/listing/service'
import { audienceOf, isPublic, mayReveal } from 'domain/need/audience'
import type { Need, NeedEvent } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import { bornNeed, type Contact } from 'domain/need/place'
import { mineOf } from 'domain/need/relations'
import { advance } from 'domain/need/workflow'
import { type HttpAnswer, type HttpRequest, NetworkFailure, type SocketHandlers } from '@/platform/port'
import { community } from '../../support/builders'
import type { FakeCloud, VirtualTime } from '../../support/fakePlatform'

const district = community.slice(0, 6)

/** What happens to one request on its way. */
export type Fate =
  | 'fine'
  | 'lostRequest'
  /** It takes effect, and nobody hears of it. */
  | 'lostReply'
  /** The network delivers it twice. */
  | 'twice'
  | { delayMs: number }
  /** It takes effect now, and the answer comes later. */
  | { replyAfterMs: number }
  | { status: number; code?: RefusalCode }

interface Feed {
  head: number
  rows: Map<string, Change>
}

/** The protocol in memory: rules from `domain/`, nothing kept. Tokens are ids of people. */
export function createFakeCloud(time: VirtualTime, people: Actor[]) {
  const needs = new Map<string, { need: Need; events: NeedEvent[] }>()
  const services = new Map<string, Service>()
  const feeds = new Map<string, Feed>()
  const given = new Map<string, Answer>()
  const contacts = new Map<string, Contact>()
  const sockets = new Map<SocketHandlers, string[]>()
  const fates: Fate[] = []
  /** What phones said on their sockets, and at which address. */
  const greetings: { path: string; text: string }[] = []
  /** Tokens that were given back. */
  const ended: (string | undefined)[] = []
  const requests: { token: string | undefined; body: SyncRequest }[] = []
  const settings = {
    epoch: 'a',
    pageRows: 1000,
    patches: true,
    sockets: true,
    greets: true,
    /** What a server of version 2 says, and one of version 1 does not. */
    checksums: true,
    beats: false,
  }
  /** Scopes of which it counts wrongly. */
  const miscounted = new Set<string>()
  /** Commands that the server stumbles over, by id: how often still. */
  const stumbles = new Map<string, number>()
  /** Commands with which no request can be read. */
  const unreadable = new Set<string>()
  /** Numbers of a device that another phone has used. */
  const used = new Set<string>()
  /** Sockets are told nothing. */
  let stale = false
  const grants = new Map(people.map((person) => [person.id, person]))
  /** Tokens that have ended, until their person logs in again. */
  const dead = new Set<string>()
  const actorOf = (token = '') => (dead.has(token) ? undefined : grants.get(token))

  const now = () => new Date(time.now()).toISOString()
  const feedOf = (scope: string) => {
    const feed = feeds.get(scope) ?? { head: 0, rows: new Map() }
    feeds.set(scope, feed)
    return feed
  }

  function write(scope: string, entity: Change['entity'], id: string, row: unknown): number {
    const feed = feedOf(scope)
    const before = feed.head++
    const change = { entity, id, number: feed.head, ...(row === undefined ? {} : { row }) }
    feed.rows.set(`${entity}/${id}`, change)
    if (stale) return feed.head
    time.after(0, () => {
      const patch: LiveNews = {
        type: 'patch',
        scope,
        epoch: settings.epoch,
        from: before,
        to: change.number,
        rows: [change],
      }
      const hint: LiveNews = { type: 'hint', scope, number: change.number }
      for (const [socket, scopes] of sockets)
        if (scopes.includes(scope)) tell(socket, { type: 'news', news: [settings.patches ? patch : hint] })
    })
    return feed.head
  }

  const tell = (socket: SocketHandlers, message: LiveMessage) => socket.onMessage(JSON.stringify(message))

  function beat(socket: SocketHandlers) {
    if (!sockets.has(socket)) return
    if (!stale) tell(socket, { type: 'beat' })
    time.after(BEAT_SECONDS * 1000, () => beat(socket))
  }

  function say(...news: LiveNews[]) {
    for (const socket of sockets.keys()) tell(socket, { type: 'news', news })
  }

  function publish(before: Need | undefined, { need, events }: { need: Need; events: NeedEvent[] }) {
    const audience = audienceOf(need)
    const numbers: Record<string, number> = {}
    for (const scope of new Set([...audience.keys(), ...(before ? audienceOf(before).keys() : [])])) {
      const view = audience.get(scope)
      const own = scope.startsWith('user:') && mineOf(need, events, scope.slice(5))
      const mine = own ? { mine: own } : {}
      const row = view === 'full' ? { full: need, events, ...mine } : { summary: summaryOf(need), ...mine }
      numbers[scope] = write(scope, 'need', need.id, view && row)
    }
    return numbers
  }

  function save(need: Need, events: NeedEvent[]) {
    const before = needs.get(need.id)?.need
    needs.set(need.id, { need, events })
    return publish(before, { need, events })
  }

  function run(command: Omit<Command, 'seq'>, actor: Actor): Record<string, number> {
    const { name, args, id: eventId, at } = command as Command
    const when = { now: now(), at, eventId }
    if (name === 'need.place') {
      const service = args.serviceId ? services.get(args.serviceId) : undefined
      const { need, event } = bornNeed(args, actor, when, {
        category: findCategory(args.categoryCode),
        service,
      })
      if (args.contact) contacts.set(need.id, args.contact)
      return save({ ...need, number: '0318-01' }, [event])
    }
    if (name !== 'need.move') throw new Error(`the fake cloud knows no ${name}`)
    const known = needs.get(args.needId)
    if (!known) throw new Refused('notFound')
    const { need, event } = advance(known.need, args, actor, when)
    return save(need, [...known.events, event])
  }

  function answerTo(command: Command, actor: Actor): Answer {
    const key = `${actor.id} ${command.id}`
    const before = given.get(key)
    if (before) return before
    const left = stumbles.get(command.id) ?? 0
    if (left > 0) {
      stumbles.set(command.id, left - 1)
      return refusedAs(command.id, 'internal')
    }
    let answer: Answer
    try {
      answer = { id: command.id, ok: true, numbers: run(command, actor) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      answer = refusedAs(command.id, error.code)
    }
    given.set(key, answer)
    return answer
  }

  function pull(scopes: string[], cursors: Record<string, Cursor>): Pick<SyncAnswer, 'changes' | 'done'> {
    let room = settings.pageRows
    let done = true
    const changes: SyncAnswer['changes'] = {}
    for (const scope of scopes) {
      const { head, rows } = feedOf(scope)
      const cursor = cursors[scope]
      const reset = cursor !== undefined && (cursor.epoch !== settings.epoch || cursor.number > head)
      const from = cursor && !reset ? cursor.number : 0
      const news = [...rows.values()]
        .filter(({ number, row }) => number > from && (row !== undefined || from > 0)) // as the real one tells it
        .sort((a, b) => a.number - b.number)
      const page = news.slice(0, room)
      room -= page.length
      if (page.length < news.length) done = false
      const number = page.length < news.length ? (page[page.length - 1]?.number ?? from) : head
      const begun = from === 0 ? head : cursor?.begun
      const where = { epoch: settings.epoch, number, ...(page.length < news.length ? { begun } : {}) }
      changes[scope] = { reset, cursor: where, rows: page }
    }
    return { changes, done }
  }

  function checksumOf(scope: string): Checksum {
    const { head, rows } = feedOf(scope)
    const there = [...rows.values()].filter(({ row }) => row !== undefined)
    const sum = there.reduce((sum, { entity, id, number }) => (sum + termOf(entity, id, number)) >>> 0, 0)
    return { number: head, count: there.length + (miscounted.has(scope) ? 1 : 0), sum }
  }

  function sync(token: string | undefined, { device, push, watching, cursors }: SyncRequest): HttpAnswer {
    const actor = actorOf(token)
    if (push.some(({ id }) => unreadable.has(id))) return { status: 400, body: { code: 'badRequest' } }
    const answers: Answer[] = []
    for (const command of push) {
      if (!actor) {
        answers.push(refusedAs(command.id, 'loginNeeded'))
        continue
      }
      const answer = used.has(`${device} ${command.seq}`)
        ? refusedAs(command.id, 'outOfOrder')
        : answerTo(command as Command, actor)
      answers.push(answer)
      if (!answer.ok && answer.code === 'internal') break // what follows comes again
    }
    const scopes = scopesOf(actor, district, watching)
    const pulled = pull(scopes, cursors)
    const checksums = Object.fromEntries(scopes.map((scope) => [scope, checksumOf(scope)]))
    const body: SyncAnswer = {
      protocol: settings.checksums ? 2 : 1,
      now: now(),
      ...(actor ? { personId: actor.id } : {}),
      answers,
      scopes,
      ...pulled,
      ...(pulled.done && settings.checksums ? { checksums } : {}),
    }
    return { status: 200, body }
  }

  const wait = (ms: number) => new Promise<void>((done) => time.after(ms, done))

  function answerNow({ path, token, body }: HttpRequest): HttpAnswer {
    if (path === '/api/sync') return sync(token, body as SyncRequest)
    const asked = elsewhere(path, token, body)
    if (asked !== undefined) return { status: 200, body: asked }
    const { status, text } = REFUSALS.notFound
    return { status, body: { code: 'notFound', text } }
  }

  /** What is asked beside the sync; undefined: there is no such thing. */
  function elsewhere(path: string, token: string | undefined, body: unknown): unknown {
    if (path === '/api/login/demo' && !body)
      return {
        people: [...grants.values()].map(({ id, displayName, grants: held }) => ({
          key: id,
          id,
          displayName,
          roles: held.map(({ role }) => role),
          community: '燕山湖社区',
        })),
      }
    if (path === '/api/login/demo') {
      const person = grants.get((body as { person: string }).person)
      if (person) dead.delete(person.id)
      return person && { token: person.id, person: { id: person.id, displayName: person.displayName } }
    }
    if (path.startsWith('/api/needs?'))
      return {
        rows: [...needs.values()]
          .filter(({ need }) => isPublic(need))
          .map(({ need }) => ({ summary: summaryOf(need) })),
      }
    const asked = needs.get(/^\/api\/needs\/([^/?]+)$/.exec(path)?.[1] ?? '')?.need
    if (asked) return isPublic(asked) ? { summary: summaryOf(asked) } : undefined
    if (path === '/api/logout') {
      ended.push(token)
      return null
    }
    const revealed = /^\/api\/needs\/(.*)\/reveal$/.exec(path)?.[1]
    const need = needs.get(revealed ?? '')?.need
    const actor = actorOf(token)
    return need && actor && mayReveal(need, actor) ? { contact: contacts.get(need.id) ?? null } : undefined
  }

  const cloud: FakeCloud = {
    async answer(request: HttpRequest) {
      const fate = fates.shift()
      if (request.path === '/api/sync')
        requests.push({ token: request.token, body: request.body as SyncRequest })
      if (fate === 'lostRequest') throw new NetworkFailure('unreachable')
      if (typeof fate === 'object' && 'status' in fate) {
        if (fate.status === 200) return { status: 200, body: '<html>欢迎使用酒店网络</html>' }
        return { status: fate.status, body: { code: fate.code ?? 'internal', text: '' } }
      }
      if (typeof fate === 'object' && 'delayMs' in fate) await wait(fate.delayMs)
      if (fate === 'twice') answerNow(request)
      const answer = answerNow(request)
      if (typeof fate === 'object' && 'replyAfterMs' in fate) await wait(fate.replyAfterMs)
      if (fate === 'lostReply') throw new NetworkFailure('unreachable')
      return answer
    },
    accept(handlers, path) {
      if (!settings.sockets) return undefined
      return {
        hear(text) {
          greetings.push({ path, text })
          if (!settings.greets) return
          const hello = JSON.parse(text) as LiveRequest
          const actor = actorOf(hello.token)
          if (hello.token && !actor) return tell(handlers, { type: 'refused', code: 'loginNeeded', text: '' })
          const scopes = scopesOf(actor, district, hello.watching)
          sockets.set(handlers, scopes)
          const beats = settings.beats ? { beats: true as const } : {}
          time.after(0, () => tell(handlers, { type: 'ready', scopes, ...beats }))
          if (settings.beats) time.after(BEAT_SECONDS * 1000, () => beat(handlers))
        },
        gone: () => sockets.delete(handlers),
      }
    },
  }

  return {
    cloud,
    settings,
    requests,
    greetings,
    ended,
    stumbles,
    unreadable,
    miscounted,
    used,
    contacts,
    needs,
    /** What happens to the next requests, one each. */
    fate: (...next: Fate[]) => fates.push(...next),
    /** From now on every request is fine. */
    calm: () => void fates.splice(0),
    /** The keys of all needs in somebody's scopes. */
    heldBy(personId: string): Set<string> {
      const rows = scopesOf(grants.get(personId), district).flatMap((scope) => [...feedOf(scope).rows])
      return new Set(rows.flatMap(([key, { entity, row }]) => (entity === 'need' && row ? [key] : [])))
    },
    /** Somebody else does something, straight at the server. */
    as: (actor: Actor, command: Pick<Command, 'name' | 'args' | 'id'>) =>
      run({ ...command, at: now() } as Omit<Command, 'seq'>, actor),
    put: (need: Need, events: NeedEvent[] = []) => save(need, events),
    offer(service: Service) {
      services.set(service.id, service)
      write(service.communityCode, 'service', service.id, service)
    },
    nameArea: (code: string, name: string) => write(district, 'area', code, { code, name }),
    introduce: (person: Actor) => write(userScope(person.id), 'person', person.id, person),
    endLogIn: (token: string) => void dead.add(token),
    reviveLogIn: (token: string) => void dead.delete(token),
    /** Rights were given or taken. */
    grant(person: Actor) {
      grants.set(person.id, person)
      write(userScope(person.id), 'person', person.id, person)
    },
    /** From now on sockets are told nothing, and nobody notices: they are dead. */
    goDeaf: () => {
      stale = true
    },
    /** A phone stands at the newest number of a scope and has not got the row. */
    slip(scope: string, happens: () => void) {
      const from = feedOf(scope).head
      stale = true
      happens()
      stale = false
      say({ type: 'patch', scope, epoch: settings.epoch, from, to: feedOf(scope).head, rows: [] })
    },
    /** Nobody hears of what happens here. */
    lose(happens: () => void) {
      stale = true
      happens()
      stale = false
    },
    /** The database is as it was some time ago: some needs are gone, and numbers start anew. */
    restoreBackup(epoch: string, gone: string[]) {
      settings.epoch = epoch
      const before = [...needs.values()].filter(({ need }) => !gone.includes(need.id))
      needs.clear()
      given.clear()
      feeds.clear()
      for (const person of grants.values()) write(userScope(person.id), 'person', person.id, person)
      for (const each of before) save(each.need, each.events)
    },
    forgetToken: (personId: string) => grants.delete(personId),
    remember: (person: Actor) => grants.set(person.id, person),
    cutSockets() {
      for (const socket of [...sockets.keys()]) {
        sockets.delete(socket)
        socket.onClose()
      }
    },
    say,
    /** Says all that is new in a scope since a number in one patch, as the real one does after a short wait. */
    sayJoinedUp(scope: string, from: number) {
      const { head, rows } = feedOf(scope)
      const news = [...rows.values()].filter(({ number }) => number > from)
      say({ type: 'patch', scope, epoch: settings.epoch, from, to: head, rows: news })
    },
    sockets: () => sockets.size,
    pushes: () => requests.flatMap(({ body }) => body.push.map(({ id }) => id)),
  }
}
export type TestCloud = ReturnType<typeof createFakeCloud>

function refusedAs(id: string, code: RefusalCode): Answer {
  const { text, retry } = REFUSALS[code]
  return { id, ok: false, code, text, retry }
}

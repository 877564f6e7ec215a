import type { Command } from 'domain/commands'
import type { LiveMessage, LiveNews, SyncAnswer, SyncRequest } from 'domain/kernel/protocol'
import { replay } from '@/client/replay'
import type { Entry, Status, View } from '@/client/view'
import type { Platform } from '@/platform/port'
import type { NeedView } from '@/store/records'
import { keyOf, type RowKey } from '@/sync/contract'
import type { Ground } from './ground'
import { syncAnswerOf } from './network'

/** One state of a row as a screen showed it. */
export interface Sight {
  step: number
  key: RowKey
  version: number | undefined
  /** Nothing of the phone's own stands in it that the server has not answered. */
  clean: boolean
}

/**
 * Looks over a phone's shoulder: at its screen, at what it asks and is told, and at what it writes; and blames what
 * the rules forbid.
 */
export function createWitness(
  { book, note }: Pick<Ground, 'book' | 'note'>,
  name: string,
  disk: Map<string, string>,
  rows: Map<RowKey, View>,
) {
  const blame = (what: string) => book.blame(`${what} (${name})`)
  let person = ''
  /** Rows that the server has said are gone, or commands have ended that showed them. */
  const mayGo = new Set<RowKey>()
  /** All may go: scopes were lost, or people did something. */
  let anythingGoes = true
  let shown = new Set<RowKey>()
  let vanished: RowKey[] = []
  /** Went without a cause: they must not come back as if nothing had been. */
  const missing = new Set<RowKey>()
  const newest = new Map<RowKey, number>()
  let scopes = ''
  let epoch = ''
  /** In the middle of a pull of several pages, which goes on after a kill; one of them has said `reset`. */
  let pulling = false
  /** Changed by commands that are answered, while the pages that bring their rows are still coming. */
  const unsettled = new Set<RowKey>()
  let resets = false
  const sights: Sight[] = []
  /** [S10] What is only theirs stands still, beside what anybody sees. */
  let logInEnded = false
  let step = 0
  let asked: SyncRequest['cursors'] = {}

  /** People or a restart are the cause of whatever goes now. */
  function forget(why: string, next = person) {
    if (next !== person) logInEnded = false
    person = next
    anythingGoes = true
    newest.clear()
    asked = {}
    step++
    sights.push({ step, key: 'need/', version: undefined, clean: false })
    note(`${name} (${why})`)
  }

  function hearAnswer(answer: SyncAnswer) {
    if (!pulling) resets = false
    pulling = !answer.done
    const now = answer.scopes.join()
    let comes = epoch
    for (const { reset, cursor, rows: changed } of Object.values(answer.changes)) {
      resets ||= reset
      comes = cursor.epoch
      for (const { entity, id, row } of changed) if (row === undefined) mayGo.add(keyOf(entity, id))
    }
    if (resets) asked = {}
    if (answer.done && comes !== epoch) {
      epoch = comes
      sights.length = 0 // of what a backup has undone
    }
    if (answer.done) unsettled.clear()
    if (answer.done && answer.personId) logInEnded = false
    if (answer.done && (resets || now !== scopes)) {
      anythingGoes = true
      newest.clear()
      asked = {}
      scopes = now
    }
    for (const each of answer.answers) {
      const kept = answer.personId && book.of(answer.personId, each.id)
      if (!kept) continue
      if (each.ok) kept.acknowledged = true
      if (!answer.done) for (const key of replay.touches(kept.command)) unsettled.add(key)
      else for (const key of replay.touches(kept.command)) mayGo.add(key)
    }
  }

  function hearNews(news: LiveNews) {
    if (news.type !== 'patch') return
    for (const { entity, id, row } of news.rows) if (row === undefined) mayGo.add(keyOf(entity, id))
  }

  /** [S6] [S7] Where it says it stands never goes back. */
  function asks({ cursors, differed = [] }: SyncRequest) {
    if (differed.length > 0) blame(`[S11] ${differed} differed from the checksum`)
    for (const [scope, { epoch, number }] of Object.entries(cursors)) {
      const before = asked[scope]
      if (before?.epoch === epoch && before.number > number)
        blame(`[S7] the cursor of ${scope} went back from ${before.number} to ${number}`)
    }
    asked = cursors
  }

  function sawNeed(key: RowKey, view: NeedView) {
    const { need, mine, waiting, summary, whole } = view
    const pending = waiting.length > 0
    sights.push({ step, key, version: need.version, clean: !pending && !unsettled.has(key) && !logInEnded })
    if (summary.holders.length > need.headcount) blame(`${key} shows more holders than it has room for`)
    const holds =
      mine?.as.includes('holder') || need.assignments.some((each) => each.active && each.personId === person)
    if (holds && person) book.won(person, need.id, name)
    for (const { commandId } of waiting)
      if (!disk.has(entryKey(commandId))) blame(`[S1] ${commandId} shows, and is not kept`)
    // A summary does not tell which commands stand in it already.
    if (pending || logInEnded || (!whole && unsettled.has(key))) return
    const before = newest.get(key) ?? 0
    if (need.version < before) blame(`[S5] ${key} went back from version ${before} to ${need.version}`)
    newest.set(key, need.version)
  }

  function wrote(owner: string, command: Command) {
    if (book.kept(name, owner, command)) for (const key of replay.touches(command)) missing.delete(key)
  }

  const entryKey = (commandId: string) => `xf/${person}/out/${commandId}`

  return {
    entryKey,
    forget,
    sights,
    saw(changed: Map<RowKey, View | undefined>, anew: boolean) {
      step++
      if (anew) shown = new Set()
      for (const [key, view] of changed) {
        if (view) {
          if (missing.has(key) && !anythingGoes) blame(`[S5] ${key} was seen, then not, and then again`)
          missing.delete(key)
          shown.add(key)
          if (key.startsWith('need/')) sawNeed(key, view as NeedView)
        } else {
          sights.push({ step, key, version: undefined, clean: true })
          newest.delete(key)
          if (shown.delete(key)) vanished.push(key)
        }
      }
    },
    told(status: Status) {
      logInEnded ||= status.state === 'loginNeeded'
      for (const { command, code } of status.refusals) {
        const kept = person ? book.of(person, command.id) : undefined
        if (kept) kept.refused = code
        for (const key of replay.touches(command)) mayGo.add(key)
      }
      for (const { command, state } of status.entries) {
        const kept = person ? book.of(person, command.id) : undefined
        if (kept) kept.aside = state === 'aside'
      }
    },
    /** When everything of this moment has happened: what went without a cause? */
    judge() {
      if (anythingGoes) missing.clear()
      else for (const key of vanished) if (!mayGo.has(key)) missing.add(key)
      if (!pulling) for (const key of rows.keys()) mayGo.delete(key)
      vanished = []
      anythingGoes = false
    },
    /** The same platform, with somebody who listens: who hears what the phone hears, a moment before. */
    watched: (platform: Platform): Platform => ({
      ...platform,
      storage: {
        ...platform.storage,
        set(key, text) {
          try {
            platform.storage.set(key, text)
          } finally {
            const [, owner] = /^xf\/([^/]+)\/out\//.exec(key) ?? []
            if (owner && disk.get(key) === text) wrote(owner, (JSON.parse(text) as Entry).command)
          }
        },
      },
      async request(request) {
        if (request.path === '/api/sync') asks(request.body as SyncRequest)
        const answer = await platform.request(request)
        const said = syncAnswerOf(request, answer)
        if (said) hearAnswer(said)
        return answer
      },
      connect: (path, handlers) =>
        platform.connect(path, {
          ...handlers,
          onMessage(text) {
            const message = JSON.parse(text) as LiveMessage
            if (message.type === 'news') message.news.forEach(hearNews)
            handlers.onMessage(text)
          },
        }),
    }),
  }
}

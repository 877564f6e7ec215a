import type { SyncAnswer } from 'domain/kernel/protocol'
import { type HttpAnswer, type HttpRequest, NetworkFailure, type SocketHandlers } from '@/platform/port'
import type { Dice } from '../support/dice'
import type { FakeCloud, VirtualTime } from '../support/fakePlatform'
import type { Book } from './book'
import { tellsSecret } from './secret'
import type { SimServer } from './server'

/** What may happen to a message, in percent of all. */
export interface Weather {
  lostRequest: number
  lostReply: number
  twice: number
  /** Takes up to half a minute. */
  slow: number
  /** 429 or 503, from in front of the server. */
  busy: number
  /** A hotel's log-in page. */
  strange: number
  /** Sockets that nobody takes, or that are cut, or fall silent, one of each. */
  socket: number
}

export const FAIR: Weather = {
  lostRequest: 0,
  lostReply: 0,
  twice: 0,
  slow: 0,
  busy: 0,
  strange: 0,
  socket: 0,
}
export const ROUGH: Weather = {
  lostRequest: 6,
  lostReply: 8,
  twice: 6,
  slow: 8,
  busy: 4,
  strange: 2,
  socket: 5,
}

/** Messages arrive in steps of so much, so that many come at one moment. */
const STEP_MS = 100

export function createNetwork(time: VirtualTime, dice: Dice, book: Book, note: (line: string) => void) {
  let server: SimServer | undefined
  let weather = FAIR
  const cuts = new Map<() => void, string>()
  const arriving = new Map<number, (() => void)[]>()

  /** With everything else that arrives at that moment, in an order of its own; their work goes side by side. */
  function arrive(afterMs: number, run: () => void) {
    const due = Math.ceil((time.now() + afterMs) / STEP_MS) * STEP_MS
    const others = arriving.get(due)
    if (others) return void others.splice(dice.roll(others.length + 1), 0, run)
    arriving.set(due, [run])
    time.after(due - time.now(), () => {
      const all = arriving.get(due) ?? []
      arriving.delete(due)
      for (const each of all) each()
    })
  }

  const delay = () => (dice.chance(weather.slow) ? dice.roll(30_000) : 10 + dice.roll(200))

  async function handle(name: string, request: HttpRequest): Promise<HttpAnswer> {
    if (dice.chance(weather.busy))
      return { status: dice.chance(50) ? 429 : 503, body: { code: 'unavailable' } }
    if (dice.chance(weather.strange)) return { status: 200, body: null }
    note(`${name} → ${request.path} ${JSON.stringify(request.body)}`)
    const answer = await server?.handle(request)
    note(`${name} ← ${answer ? `${answer.status} ${JSON.stringify(answer.body)}` : 'nothing'}`)
    if (!answer) throw new NetworkFailure('unreachable')
    const said = syncAnswerOf(request, answer)
    if (said) book.answered(said)
    if (tellsSecret(JSON.stringify(answer.body)))
      book.blame(`[S14] ${name} is told contact data by ${request.path}`)
    return answer
  }

  function ask(name: string, request: HttpRequest): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const lost = () => (dice.chance(50) ? reject(new NetworkFailure('unreachable')) : undefined)
      if (dice.chance(weather.lostRequest)) return void arrive(delay(), lost)
      const deliver = () => {
        handle(name, request).then(
          (answer) =>
            arrive(delay(), () => {
              if (dice.chance(weather.lostReply)) return lost()
              resolve(answer)
            }),
          (error) => arrive(delay(), () => reject(error)),
        )
      }
      arrive(delay(), deliver)
      if (dice.chance(weather.twice)) arrive(delay() + delay(), deliver)
    })
  }

  function accept(name: string, handlers: SocketHandlers, path: string) {
    const far = dice.chance(weather.socket) ? undefined : server?.connect(path)
    if (!far) return undefined
    let over = false
    let silent = false
    let last = 0
    const toSay: string[] = []
    /** In order, as they were sent. */
    const later = (run: () => void) => {
      last = Math.max(last, time.now() + delay())
      arrive(last - time.now(), () => !over && !silent && run())
    }
    const close = () => {
      if (over) return
      over = true
      cuts.delete(cut)
      handlers.onClose()
    }
    const cut = () => {
      far.terminate()
      close()
    }
    cuts.set(cut, name)
    far.on('open', () => {
      for (const text of toSay.splice(0)) far.send(text)
    })
    far.on('message', (data) => {
      const text = String(data)
      if (dice.chance(weather.socket)) return cut()
      silent ||= dice.chance(weather.socket)
      later(() => {
        note(`${name} ~ ${text}`)
        if (tellsSecret(text)) book.blame(`[S14] ${name} is told contact data by its socket`)
        handlers.onMessage(text)
      })
    })
    far.on('error', () => {})
    far.on('close', () => later(close))
    return {
      hear: (text: string) =>
        later(() => (far.readyState === far.OPEN ? far.send(text) : void toSay.push(text))),
      gone() {
        over = true
        cuts.delete(cut)
        far.terminate()
      },
    }
  }

  return {
    /** The server as this phone reaches it. */
    lineOf: (name: string): FakeCloud => ({
      answer: (request) => ask(name, request),
      accept: (handlers, path) => accept(name, handlers, path),
    }),
    /** Undefined: it is down. */
    serve(by: SimServer | undefined) {
      server = by
    },
    turn(to: Weather) {
      weather = to
    },
    /** @param of this phone alone */
    cutSockets(of?: string) {
      for (const [cut, name] of [...cuts]) if (of === undefined || name === of) cut()
    },
  }
}
export type Network = ReturnType<typeof createNetwork>

/** The body of an answer to a sync, if it is one. */
export const syncAnswerOf = ({ path }: HttpRequest, { status, body }: HttpAnswer): SyncAnswer | undefined =>
  path === '/api/sync' && status === 200 && body ? (body as SyncAnswer) : undefined

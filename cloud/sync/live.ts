import type { IncomingMessage, Server } from 'node:http'
import type { AreaCode } from 'domain/kernel/area'
import { type LiveMessage, NEWS_SINCE, OLDEST_PROTOCOL } from 'domain/kernel/protocol'
import { REFUSALS, type RefusalCode } from 'domain/kernel/refusal'
import type { Scope } from 'domain/kernel/scope'
import { type OurLiveRequest, ourLiveRequest } from 'domain/synced'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Audience } from './audience'
import { say, startHeartbeats } from './heartbeat'

const HELLO_WITHIN_MS = 5_000
const PING_EVERY_MS = 30_000
const MESSAGE_MAX = 4_096
const AFTER_ERROR_MS = 1_000
const HELLOS_MAX = 100
const SOCKETS_MAX = 20_000
/** Close code: come again, your rights or your log-in have changed. */
const CHANGED = 4001

/** Who a hello belongs to, and what they may hear. */
export interface Heard {
  personId?: string | undefined
  /** Names the log-in, so that logging out closes its sockets. */
  login?: string | undefined
  watching?: AreaCode | undefined
  scopes: Scope[]
}

export interface Identify {
  /** Undefined for a token that is not valid. */
  whoIs: (hello: OurLiveRequest) => Promise<Heard | undefined>
  /** Those of them whose log-in has ended, or who may hold other scopes now. */
  whoChanged: (all: Heard[]) => Promise<Heard[]>
}

/** What a commit means for sockets. */
export interface News {
  /** That have moved. */
  scopes?: Scope[] | 'any'
  /** People whose rights changed. [S10] */
  rights?: string[]
  /** Log-ins that ended. */
  logins?: string[]
}

export interface Live {
  attach: (server: Server) => void
  /** Tells the sockets what has moved, and closes those that may hear no more, or other things. [S8] [S10] */
  hear: (news: News) => void
  /** News may have been missed: looks at every scope and every log-in anew, with one read of each. */
  lookAgain: () => void
  close: () => void
}

/** 实时: `GET /api/live`. A socket says hello with its token and hears the scopes that its person may hold. */
export function openLive(
  audience: Audience,
  { whoIs, whoChanged }: Identify,
  onError: (error: unknown) => void,
): Live {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MESSAGE_MAX })
  const heardBy = new Map<WebSocket, Heard>()
  const answering = new WeakSet<WebSocket>()
  const stopBeats = startHeartbeats(sockets.clients)
  /** Grows with every change of rights or log-ins. */
  let changes = 0
  let again: NodeJS.Timeout | undefined

  const closeWhere = (condition: (heard: Heard) => boolean) => {
    changes++
    for (const [socket, heard] of heardBy) if (condition(heard)) socket.close(CHANGED)
  }

  /** What was read before a change that came meanwhile is read again. */
  async function identify(request: OurLiveRequest): Promise<Heard | undefined> {
    for (;;) {
      const before = changes
      const heard = await whoIs(request)
      if (before === changes) return heard
    }
  }

  async function hello(socket: WebSocket, text: string) {
    const request = ourLiveRequest.safeParse(parsed(text))
    if (!request.success) return refuse(socket, 'badRequest')
    if (request.data.protocol < OLDEST_PROTOCOL) return refuse(socket, 'tooOld')
    if (request.data.protocol < NEWS_SINCE) return socket.close()
    const heard = await identify(request.data)
    if (!heard) return refuse(socket, 'loginNeeded')
    if (socket.readyState !== socket.OPEN) return
    heardBy.set(socket, heard)
    await audience.listen(socket, heard.scopes)
    tell(socket, { type: 'ready', scopes: heard.scopes, beats: true })
  }

  async function closeChanged() {
    const known = [...heardBy.values()].filter(({ login }) => login)
    if (known.length === 0) return
    try {
      const changed = new Set(await whoChanged(known))
      closeWhere((heard) => changed.has(heard))
    } catch (error) {
      onError(error)
      clearTimeout(again)
      again = setTimeout(closeChanged, AFTER_ERROR_MS)
    }
  }

  sockets.on('connection', (socket: WebSocket) => {
    const impatient = setTimeout(() => socket.terminate(), HELLO_WITHIN_MS)
    const pinging = setInterval(() => isAlive(socket) || socket.terminate(), PING_EVERY_MS)
    let hellos = 0
    socket.on('message', async (data) => {
      clearTimeout(impatient)
      if (answering.has(socket) || ++hellos > HELLOS_MAX) return socket.close()
      answering.add(socket)
      try {
        await hello(socket, String(data))
      } catch (error) {
        onError(error)
        socket.terminate()
      } finally {
        answering.delete(socket)
      }
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(impatient)
      clearInterval(pinging)
      heardBy.delete(socket)
      audience.leave(socket)
    })
  })

  return {
    attach: (server) => {
      server.on('upgrade', (request: IncomingMessage, stream, head) => {
        const path = request.url?.split('?', 1)[0]
        if (path !== '/api/live' || sockets.clients.size >= SOCKETS_MAX) {
          stream.end(`HTTP/1.1 ${path === '/api/live' ? '503 Service Unavailable' : '404 Not Found'}\r\n\r\n`)
          return
        }
        sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
      })
    },
    hear: ({ scopes = [], rights = [], logins = [] }) => {
      audience.moved(scopes)
      if (rights.length + logins.length === 0) return
      closeWhere(({ personId = '', login = '' }) => rights.includes(personId) || logins.includes(login))
    },
    lookAgain: () => {
      audience.moved('any')
      void closeChanged()
    },
    close: () => {
      stopBeats()
      clearTimeout(again)
      audience.close()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const tell = (socket: WebSocket, message: LiveMessage) => say([socket], JSON.stringify(message))

function refuse(socket: WebSocket, code: RefusalCode) {
  tell(socket, { type: 'refused', code, text: REFUSALS[code].text })
  socket.close()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const waitingForPong = new WeakSet<WebSocket>()

function isAlive(socket: WebSocket): boolean {
  if (waitingForPong.has(socket)) return false
  waitingForPong.add(socket)
  socket.once('pong', () => waitingForPong.delete(socket))
  socket.ping()
  return true
}

import type { IncomingMessage, Server } from 'node:http'
import type { Scope } from 'domain/access'
import { type LiveMessage, OLDEST_PROTOCOL } from 'domain/protocol'
import { REFUSALS, type RefusalCode } from 'domain/refusal'
import { type OurLiveRequest, ourLiveRequest } from 'domain/synced'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Committed } from '../commands/execute'
import type { Audience } from './audience'

const HELLO_WITHIN_MS = 5_000
const PING_EVERY_MS = 30_000
const MESSAGE_MAX = 4_096
const HELLOS_MAX = 100
const SOCKETS_MAX = 20_000
/** Close code: come again, your rights or your log-in have changed. */
const CHANGED = 4001

/** Who a hello belongs to, and what they may hear. */
export interface Heard {
  personId?: string | undefined
  /** Names the log-in, so that logging out closes its sockets. */
  login?: string | undefined
  scopes: Scope[]
}

export interface Live {
  attach: (server: Server) => void
  /** After a commit: hints the sockets, and closes those of people whose rights changed. [S8] [S10] */
  committed: (what: Committed) => void
  loggedOut: (login: string) => void
  close: () => void
}

/**
 * 实时: `GET /api/live`. A socket says hello with its token and hears the scopes that its person may hold.
 * @param whoIs undefined for a token that is not valid
 */
export function openLive(
  audience: Audience,
  whoIs: (hello: OurLiveRequest) => Promise<Heard | undefined>,
  onError: (error: unknown) => void,
): Live {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MESSAGE_MAX })
  const heardBy = new Map<WebSocket, Heard>()
  const answering = new WeakSet<WebSocket>()

  const closeWhere = (condition: (heard: Heard) => boolean) => {
    for (const [socket, heard] of heardBy) if (condition(heard)) socket.close(CHANGED)
  }

  async function hello(socket: WebSocket, text: string) {
    const request = ourLiveRequest.safeParse(parsed(text))
    if (!request.success) return refuse(socket, 'badRequest')
    if (request.data.protocol < OLDEST_PROTOCOL) return refuse(socket, 'tooOld')
    const heard = await whoIs(request.data)
    if (!heard) return refuse(socket, 'loginNeeded')
    if (socket.readyState !== socket.OPEN) return
    heardBy.set(socket, heard)
    await audience.listen(socket, heard.scopes)
    tell(socket, { type: 'ready', scopes: heard.scopes })
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
    committed: ({ numbers, rights }) => {
      audience.moved(Object.keys(numbers))
      if (rights.length > 0) closeWhere(({ personId }) => personId !== undefined && rights.includes(personId))
    },
    loggedOut: (login) => closeWhere((heard) => heard.login === login),
    close: () => {
      audience.close()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const tell = (socket: WebSocket, message: LiveMessage) => socket.send(JSON.stringify(message))

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

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** The argument with which a bench runs this server in a process of its own. */
export const PLAIN = 'plain'

/** The most that anybody asks for. */
const NOISE = Buffer.alloc(1_000_000, 'noise')

/**
 * What sockets and answers cost without anything behind them: every socket is greeted and hears what the parent
 * process says; `POST /<n>` is answered with n bytes.
 */
export function servePlainly() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end(NOISE.subarray(0, Number(request.url?.slice(1)))))
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => socket.once('message', () => socket.send('ready')))
  process.on('message', (text: string) => {
    const bytes = Buffer.from(text)
    for (const socket of sockets.clients) socket.send(bytes, { binary: false })
  })
  process.once('disconnect', () => process.exit())
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}

export interface PlainServer {
  url: string
  pid: number
  say(text: string): void
  stop(): Promise<void>
}

export async function startPlain(): Promise<PlainServer> {
  const child: ChildProcess = fork(__filename, [PLAIN])
  const [url] = (await once(child, 'message')) as [string]
  return {
    url,
    pid: child.pid ?? 0,
    say: (text) => void child.send(text),
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

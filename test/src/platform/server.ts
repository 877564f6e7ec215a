import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { Rig, Serving } from './contract'

/** A server on loopback that does as it is told, and remembers what it was asked last. */
export async function openServer() {
  let how: Serving = 'down'
  let last: ReturnType<Rig['received']>
  const server = http.createServer(async (request, response) => {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
    let text = ''
    for await (const piece of request) text += piece
    const { method = '', url: path = '', headers } = request
    last = { method, path, authorization: headers.authorization, body: text ? JSON.parse(text) : undefined }
    if (how === 'down') request.socket.destroy()
    else if (how !== 'hang') response.writeHead(how.status, cors).end(JSON.stringify(how.body))
  })
  const sockets = new WebSocketServer({ noServer: true })
  let takes = false
  server.on('upgrade', (request, stream, head) => {
    if (!takes || request.url !== '/api/live')
      return void stream.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', (data) => socket.send(String(data)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (next: Serving) => {
      how = next
    },
    received: () => last,
    takeSockets: (take: boolean) => {
      takes = take
    },
    cutSockets() {
      for (const socket of sockets.clients) socket.close()
    },
    close() {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}

import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Platform } from '@/platform/port'
import { describePlatform, type Rig, type Serving } from './contract'

// The real adapter, over those parts of Taro for H5 that it calls.
jest.mock('@tarojs/taro', () => {
  for (const feature of ['INNER_HTML', 'ADJACENT_HTML', 'CLONE_NODE', 'CONTAINS', 'SIZE_APIS', 'COOKIE']) {
    Object.assign(globalThis, { [`ENABLE_${feature}`]: false }) // what Taro's build puts in
  }
  Object.assign(globalThis, { ENABLE_MUTATION_OBSERVER: false, ENABLE_TEMPLATE_CONTENT: false })
  const part = (name: string) => jest.requireActual(`@tarojs/taro-h5/dist/api/${name}/index.js`)
  return { __esModule: true, default: { ...part('network/request'), ...part('storage') } }
})

let server: http.Server
let how: Serving
let last: ReturnType<Rig['received']>

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end()
    let text = ''
    for await (const piece of request) text += piece
    const { method = '', url: path = '', headers } = request
    last = { method, path, authorization: headers.authorization, body: text ? JSON.parse(text) : undefined }
    if (how === 'down') request.socket.destroy()
    else if (how !== 'hang') response.writeHead(how.status, cors).end(JSON.stringify(how.body))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describePlatform('the real phone, in a browser', async () => {
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { API_BASE: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  jest.restoreAllMocks()
  jest.spyOn(console, 'error').mockImplementation(() => {}) // jsdom prints every refused connection
  localStorage.clear()
  const { phone }: { phone: Platform } = await import('@/platform/phone')
  const be = (what: string, on: object, value: unknown) =>
    Object.defineProperty(on, what, { configurable: true, get: () => value })
  return {
    platform: phone,
    serve: (next) => {
      how = next
    },
    received: () => last,
    setOnline(online) {
      be('onLine', navigator, online)
      window.dispatchEvent(new Event(online ? 'online' : 'offline'))
    },
    setVisible(visible) {
      be('visibilityState', document, visible ? 'visible' : 'hidden')
      document.dispatchEvent(new Event('visibilitychange'))
    },
    fillUp() {
      jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError')
      })
    },
    pass: (ms) => new Promise((done) => setTimeout(done, ms)),
  }
})

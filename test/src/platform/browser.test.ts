/**
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { Platform } from '@/platform/port'
import { describePlatform } from './contract'
import { openServer } from './server'

// The real adapter, over those parts of Taro for H5 that it calls.
jest.mock('@tarojs/taro', () => {
  for (const feature of ['INNER_HTML', 'ADJACENT_HTML', 'CLONE_NODE', 'CONTAINS', 'SIZE_APIS', 'COOKIE']) {
    Object.assign(globalThis, { [`ENABLE_${feature}`]: false }) // what Taro's build puts in
  }
  Object.assign(globalThis, { ENABLE_MUTATION_OBSERVER: false, ENABLE_TEMPLATE_CONTENT: false })
  const part = (name: string) => jest.requireActual(`@tarojs/taro-h5/dist/api/${name}/index.js`)
  return {
    __esModule: true,
    default: { ...part('network/request'), ...part('network/websocket'), ...part('storage') },
  }
})

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

describePlatform('the real phone, in a browser', async () => {
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { API_BASE: server.base })
  jest.restoreAllMocks()
  jest.spyOn(console, 'error').mockImplementation(() => {}) // jsdom prints every refused connection
  localStorage.clear()
  const { phone }: { phone: Platform } = await import('@/platform/phone')
  const be = (what: string, on: object, value: unknown) =>
    Object.defineProperty(on, what, { configurable: true, get: () => value })
  return {
    platform: phone,
    serve: server.serve,
    received: server.received,
    takeSockets: server.takeSockets,
    cutSockets: server.cutSockets,
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

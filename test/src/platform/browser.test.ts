/**
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { Platform, Stop } from '@/platform/port'
import { describePlatform, type Rig } from './contract'
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

/** The same modules once more, as another window has them; jsdom itself tells windows nothing of each other. */
async function openWindow() {
  const stops: Stop[] = []
  let phone!: Platform
  await jest.isolateModulesAsync(async () => {
    const { clock } = await import('@/platform/clock')
    const { after } = clock
    clock.after = (ms, run) => {
      const stop = after(ms, run)
      stops.push(stop)
      return stop
    }
    ;({ phone } = await import('@/platform/phone'))
  })
  const tell = (key: string) => setTimeout(() => window.dispatchEvent(new StorageEvent('storage', { key })))
  const storage: Platform['storage'] = {
    ...phone.storage,
    set(key, text) {
      phone.storage.set(key, text)
      tell(key)
    },
    remove(key) {
      phone.storage.remove(key)
      tell(key)
    },
  }
  return {
    platform: { ...phone, storage },
    close() {
      for (const stop of stops) stop()
      if (phone.windows.isLeader()) phone.storage.remove('xf/writer') // not by `pagehide`, which both would hear
    },
  }
}

async function setUp(): Promise<Rig> {
  process.env.TARO_ENV = 'h5'
  Object.assign(globalThis, { API_BASE: server.base })
  jest.restoreAllMocks()
  jest.spyOn(console, 'error').mockImplementation(() => {}) // jsdom prints every refused connection
  // Its turn to write the window has from one test to the next.
  for (const key of Object.keys(localStorage)) if (key !== 'xf/writer') localStorage.removeItem(key)
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
    openWindow,
    pass: (ms) => new Promise((done) => setTimeout(done, ms)),
  }
}

describePlatform('the real phone, in a browser', setUp, true)

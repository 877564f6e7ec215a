import { loadApp, type MiniComponent, type NavigateOptions, type Page } from './miniApp'
import { Network } from './network'
import { findAll, idOfText, pageStack } from './pageStack'
import { answer, deviceApi, dialogApi, type Storage, storageApi } from './wx'

export type LaunchOptions = {
  /** The phone's storage: give the one of an earlier launch to start again where it was. */
  storage?: Storage
  /** Where the cloud is; read by the app through `wx.getExtConfigSync()`. */
  apiBase?: string
  /** Roots of the packages that this phone has fetched: give those of an earlier launch, as with `storage`. */
  packages?: Set<string>
  query?: Record<string, string>
  /** Answers of dialogs by name, such as `{ login: { code: '…' } }`. */
  answers?: Record<string, object>
  /** More of `wx`, or other than here. */
  api?: Record<string, unknown>
}

const _STACK_MAX = 10
const PATIENCE_MS = 8000

// The harness waits by its own timers, which a killed app does not take along.
const { setTimeout: realSetTimeout, setInterval: realSetInterval } = globalThis
const sleep = (ms: number) => new Promise<void>((resolve) => realSetTimeout(resolve, ms))

let running: { kill(): void } | undefined

/**
 * Runs the *built* mini-program: its own code, and its templates through WeChat's compiler, on jsdom.
 * What differs from a phone: nothing is laid out, the tab bar is not drawn (`switchTab` instead), and one
 * JavaScript world serves logic and view.
 */
export function launch(dist: string, options: LaunchOptions = {}) {
  running?.kill()
  const { storage = new Map<string, string>(), packages = new Set<string>() } = options
  const { query = {}, answers = {}, api = {} } = options
  const network = new Network()
  const calls: [string, Record<string, unknown>][] = []
  const setDataLog: { route: string; bytes: number; keys: string[]; ms: number }[] = []
  const stack: Page[] = []
  const timers = trackTimers()
  const launched = { path: '', query, scene: 1001, referrerInfo: {} }
  const shown = { show: new Set<(o: object) => void>(), hide: new Set<(o: object) => void>() }

  const app = loadApp(dist, stack, setDataLog, {
    ...deviceApi(launched, options.apiBase ? { apiBase: options.apiBase } : {}),
    ...storageApi(storage),
    ...dialogApi(calls, answers),
    ...network.wx,
    onAppShow: (listener: (o: object) => void) => void shown.show.add(listener),
    offAppShow: (listener: (o: object) => void) => void shown.show.delete(listener),
    onAppHide: (listener: (o: object) => void) => void shown.hide.add(listener),
    offAppHide: (listener: (o: object) => void) => void shown.hide.delete(listener),
    navigateTo: (o: NavigateOptions) => navigate('navigateTo', o),
    redirectTo: (o: NavigateOptions) => navigate('redirectTo', o),
    reLaunch: (o: NavigateOptions) => navigate('reLaunch', o),
    switchTab: (o: NavigateOptions) => navigate('switchTab', o),
    navigateBack: (o: NavigateOptions) => navigate('navigateBack', o),
    ...api,
  })
  const pages = pageStack(dist, app, setDataLog, stack, (root) => {
    if (network.offline && !packages.has(root)) return false
    packages.add(root)
    return true
  })
  app.object.onLaunch?.(launched)
  app.object.onShow?.(launched)

  function navigate(name: keyof typeof pages.moves, o: NavigateOptions = { url: '' }) {
    calls.push([name, { url: o.url }])
    answer(o, name, () => {
      pages.moves[name](o)
      return {}
    })
  }

  const top = () => pages.top()
  const all = (selector: string) => findAll(top().component, selector)
  const first = (selector: string) => all(selector)[0]
  const must = (selector: string) => {
    const found = first(selector)
    if (!found) throw new Error(`there is no ${selector} on ${top().route}`)
    return found
  }
  const settle = (ms = 30) => sleep(ms)

  async function tapOn(component: MiniComponent) {
    component.dispatchEvent('touchstart')
    await sleep(1)
    component.dispatchEvent('touchend')
    await settle()
  }

  const phone = {
    storage,
    packages,
    network,
    calls,
    setDataLog,
    wait: settle,
    waitFor,
    get page() {
      return top()
    },
    /** Routes on the stack, newest last. */
    get routes() {
      return stack.map(({ route }) => route)
    },
    /** Opens the first page (or any, as a scan or a shared card does: the stack is this page alone). */
    async open(url: string) {
      pages.moves.reLaunch({ url })
      await waitFor(() => top().instance.data.root?.cn?.length, PATIENCE_MS)
    },
    $: first,
    $$: all,
    /** The text of the first such node, or of the page. */
    text: (selector?: string) =>
      selector ? (first(selector)?.dom.textContent ?? null) : top().component.dom.textContent,
    html: () => top().component.dom.outerHTML,
    tap: async (selector: string) => tapOn(must(selector)),
    /** Taps one that `$$` found. */
    touch: tapOn,
    /** Taps the innermost node that reads exactly so, once it is there. */
    async tapText(text: string) {
      const id = await waitFor(() => {
        const found = idOfText(top().component.dom, text)
        if (!found) throw new Error(`nothing reads “${text}” on ${top().route}: ${phone.text()}`)
        return found
      }, PATIENCE_MS)
      await tapOn(must(`#${id}`))
    },
    async input(selector: string, value: string) {
      must(selector).dispatchEvent('input', { detail: { value, cursor: value.length } })
      await settle()
    },
    async event(selector: string, name: string, detail: object = {}) {
      must(selector).dispatchEvent(name, { detail })
      await settle()
    },
    /** Straight into Taro's handler: for scroll, submit and change, which jsdom cannot make. */
    async fire(selector: string, type: string, detail: object = {}) {
      const { id, dataset = {} } = must(selector)._exparserNode
      const target = { id, dataset }
      const event = {
        type,
        timeStamp: Date.now(),
        target,
        currentTarget: target,
        detail,
        touches: [],
        changedTouches: [],
      }
      top().instance.eh(event)
      await settle()
    },
    async switchTab(route: string) {
      pages.moves.switchTab({ url: route })
      await waitFor(() => top().instance.data.root?.cn?.length, PATIENCE_MS)
    },
    /** The card that a friend is sent from here; WeChat asks the page for it. */
    shared: () => top().instance.onShareAppMessage?.({ from: 'button' }),
    async back() {
      pages.moves.navigateBack({ url: '', delta: 1 })
      await settle()
    },
    async pullDown() {
      top().instance.onPullDownRefresh?.()
      await settle()
    },
    async reachBottom() {
      top().instance.onReachBottom?.()
      await settle()
    },
    /** The person looks at something else, and comes back. */
    background() {
      top().instance.onHide?.()
      app.object.onHide?.({})
      for (const listener of shown.hide) listener({})
    },
    foreground() {
      app.object.onShow?.(launched)
      for (const listener of shown.show) listener(launched)
      top().instance.onShow?.()
    },
    /** Ends it as the system does, without a word to the app: timers, requests and sockets are gone. */
    kill() {
      timers.kill()
      network.kill()
      pages.remove()
      if (running === phone) running = undefined
    },
  }
  running = phone
  return phone
}

export type Phone = ReturnType<typeof launch>

/** Polls until `look` gives something true, and gives that. */
export async function waitFor<T>(look: () => T, ms = 4000): Promise<NonNullable<T>> {
  const started = Date.now()
  for (;;) {
    let failure: unknown
    try {
      const seen = look()
      if (seen) return seen
    } catch (error) {
      failure = error
    }
    if (Date.now() - started > ms) throw failure ?? new Error(`not within ${ms} ms: ${look}`)
    await sleep(10)
  }
}

/** Timers made from here on belong to the app; `kill` ends them all. */
function trackTimers() {
  const ids = new Set<ReturnType<typeof setTimeout>>()
  const track = <F extends (...args: never[]) => unknown>(make: F) =>
    ((...args: Parameters<F>) => {
      const id = make(...args) as ReturnType<typeof setTimeout>
      ids.add(id)
      return id
    }) as unknown as F
  globalThis.setTimeout = track(realSetTimeout)
  globalThis.setInterval = track(realSetInterval)
  return {
    kill() {
      for (const id of ids) clearTimeout(id)
      globalThis.setTimeout = realSetTimeout
      globalThis.setInterval = realSetInterval
    },
  }
}

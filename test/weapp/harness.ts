import fs from 'node:fs'
import path from 'node:path'
import { Network } from './network'
import { answer, deviceApi, dialogApi, type Storage, storageApi } from './wx'

/** j-component's view of a component, as far as it is used here. */
export type MiniComponent = {
  instance: PageInstance
  dom: HTMLElement
  attach(host: HTMLElement): void
  detach(): void
  dispatchEvent(name: string, options?: object): void
  querySelectorAll(selector: string): MiniComponent[]
  _exparserNode: ExparserNode
}
type ExparserNode = {
  id: string
  tagName?: string
  __tagName?: string
  _vt?: { tagName?: string }
  dataset?: object
  childNodes?: ExparserNode[]
  shadowRoot?: ExparserNode
}
type PageInstance = {
  route: string
  __route__: string
  options: object
  data: { root?: { cn?: unknown[] } }
  setData(data: object, done?: () => void): void
  eh(event: object): void
} & Record<
  'onLoad' | 'onShow' | 'onHide' | 'onReady' | 'onUnload' | 'onPullDownRefresh' | 'onReachBottom',
  ((query?: object) => void) | undefined
> & { onShareAppMessage?: (from: object) => unknown }
type Page = { route: string; component: MiniComponent; instance: PageInstance; host: HTMLElement }
type AppObject = Record<'onLaunch' | 'onShow' | 'onHide', ((options: object) => void) | undefined>
type AppJson = {
  tabBar?: { list: { pagePath: string }[] }
  subPackages?: { root: string }[]
  preloadRule?: Record<string, { network?: 'all' | 'wifi'; packages: string[] }>
}
type Definition = { data?: object; methods?: Record<string, unknown>; attached?: () => unknown } & Record<
  string,
  unknown
>
type NavigateOptions = {
  url: string
  delta?: number
  success?: () => void
  fail?: () => void
  complete?: () => void
}

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

const STACK_MAX = 10
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

type SetDataLog = { route: string; bytes: number; keys: string[]; ms: number }[]
type LoadedApp = { object: AppObject; simulate: typeof import('miniprogram-simulate') }

function loadApp(dist: string, stack: Page[], log: SetDataLog, wx: object): LoadedApp {
  jest.resetModules()
  const globals = globalThis as Record<string, unknown>
  globals.wx = wx
  let object: AppObject | undefined
  globals.App = (definition: AppObject) => {
    object = definition
  }
  globals.getApp = () => object
  globals.getCurrentPages = () => stack.map(({ instance }) => instance)
  const simulate = require('miniprogram-simulate')
  const register = globals.Component as (definition: Definition) => unknown
  globals.Component = (definition: Definition) => register(withLoggedSetData(definition, log))
  // A page is a component here; the harness calls its life cycle.
  globals.Page = (definition: Definition) => {
    const methods = Object.fromEntries(
      Object.entries(definition).filter(([, member]) => typeof member === 'function'),
    )
    return register({ data: definition.data ?? {}, methods })
  }
  require(path.join(dist, 'app.js'))
  if (!object) throw new Error(`${dist}/app.js made no App`)
  return { object, simulate }
}

/** `comp` and `custom-wrapper` are updated by Taro directly: their bytes count too. */
function withLoggedSetData(definition: Definition, log: SetDataLog): Definition {
  if (!definition.methods?.eh) return definition
  const { attached } = definition
  return {
    ...definition,
    attached(this: PageInstance) {
      logSetData(this, 'wrapper', log)
      return attached?.call(this)
    },
  }
}

function logSetData(instance: PageInstance, route: string, log: SetDataLog) {
  const raw = instance.setData
  instance.setData = function (data, done) {
    const started = performance.now()
    raw.call(this, data, done)
    const ms = Math.round((performance.now() - started) * 10) / 10
    log.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)), keys: Object.keys(data), ms })
  }
}

/**
 * WeChat's stack: at most ten pages; tab pages stay alive below whatever comes and goes. A page of a subpackage opens
 * once that is fetched.
 */
function pageStack(
  dist: string,
  app: LoadedApp,
  log: SetDataLog,
  stack: Page[],
  fetchPackage: (root: string) => boolean,
) {
  const keptTabs = new Map<string, Page>()
  const templates = new Map<string, string>()
  const json: AppJson = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const tabs = new Set(json.tabBar?.list.map(({ pagePath }) => pagePath))

  const top = () => {
    const page = stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }
  const split = (url: string) => {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?')
    return { route, query: Object.fromEntries(new URLSearchParams(search)) }
  }

  /** Before anything is left: a page that does not open leaves the one in front. */
  function allow(url: string) {
    const { route } = split(url)
    if (!fs.existsSync(path.join(dist, `${route}.wxml`))) throw new Error(`page "${route}" is not found`)
    const own = json.subPackages?.find(({ root }) => route.startsWith(`${root}/`))
    if (own && !fetchPackage(own.root)) throw new Error(`loadSubPackage ${own.root}: no network`)
  }
  function create(url: string): Page {
    const { route, query } = split(url)
    const options = { rootPath: dist, compiler: 'official', compilerOptions: { maxBuffer: 64 * 1024 * 1024 } }
    const template = templates.get(route) ?? app.simulate.load(path.join(dist, route), 'page', options)
    templates.set(route, template)
    const component = app.simulate.render(template)
    const { instance } = component
    instance.route = instance.__route__ = route
    instance.options = query
    logSetData(instance, route, log)
    const host = document.createElement('div')
    document.body.appendChild(host)
    stack.push({ route, component, instance, host })
    instance.onLoad?.(query)
    component.attach(host)
    instance.onShow?.()
    setTimeout(() => instance.onReady?.(), 0)
    // over the phone's own network: a rule for wifi alone would fetch nothing here
    const rule = json.preloadRule?.[route]
    if (rule?.network === 'all') for (const root of rule.packages) fetchPackage(root)
    return top()
  }
  function destroy({ instance, component, host, route }: Page) {
    keptTabs.delete(route)
    instance.onUnload?.()
    component.detach()
    host.remove()
  }
  function closeAll() {
    const all = new Set([...stack.splice(0).reverse(), ...keptTabs.values()])
    for (const page of all) destroy(page)
  }
  function open(url: string) {
    const page = create(url)
    if (tabs.has(page.route)) keptTabs.set(page.route, page)
  }

  const moves = {
    navigateTo({ url }: NavigateOptions) {
      if (tabs.has(split(url).route)) throw new Error('can not navigateTo a tabbar page')
      if (stack.length >= STACK_MAX) throw new Error(`webview count limit exceed`)
      allow(url)
      top().instance.onHide?.()
      open(url)
    },
    redirectTo({ url }: NavigateOptions) {
      if (tabs.has(split(url).route)) throw new Error('can not redirectTo a tabbar page')
      allow(url)
      const old = stack.pop()
      if (old) destroy(old)
      open(url)
    },
    reLaunch({ url }: NavigateOptions) {
      allow(url)
      closeAll()
      open(url)
    },
    switchTab({ url }: NavigateOptions) {
      const { route } = split(url)
      if (!tabs.has(route)) throw new Error('can not switch to no-tabBar page')
      if (stack.length === 1 && top().route === route) return
      const kept = keptTabs.get(route)
      if (stack.length && !(kept && top() === kept)) top().instance.onHide?.()
      for (const page of stack.splice(0).reverse()) if (!keptTabs.has(page.route)) destroy(page)
      if (!kept) return open(url)
      stack.push(kept)
      kept.instance.onShow?.()
    },
    navigateBack({ delta = 1 }: Partial<NavigateOptions>) {
      if (stack.length < 2) return
      for (let i = 0; i < delta && stack.length > 1; i++) destroy(stack.pop() as Page)
      top().instance.onShow?.()
    },
  }
  const remove = () => {
    for (const { host } of new Set([...stack, ...keptTabs.values()])) host.remove()
    stack.length = 0
  }
  return { top, moves, remove }
}

/** A selector stops at component borders; Taro nests `comp` (every 15 levels) and `custom-wrapper`. */
function findAll(component: MiniComponent, selector: string): MiniComponent[] {
  const { querySelectorAll } = component
  const roots = [component._exparserNode]
  const walk = (node: ExparserNode | undefined) => {
    for (const child of node?.childNodes ?? []) {
      if (isTaroBorder(child)) {
        roots.push(child)
        walk(child.shadowRoot)
      }
      walk(child)
    }
  }
  walk(component._exparserNode.shadowRoot)
  return roots.flatMap((root) => querySelectorAll.call({ _exparserNode: root } as MiniComponent, selector))
}

function isTaroBorder(node: ExparserNode): boolean {
  const tag = node.tagName ?? node.__tagName ?? node._vt?.tagName ?? ''
  return !!node.shadowRoot && /^(comp|custom-wrapper)$/i.test(tag)
}

function idOfText(page: HTMLElement, text: string): string | undefined {
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.textContent?.trim() !== text) continue
    for (let element = node.parentElement; element && element !== page; element = element.parentElement) {
      const id = (element as HTMLElement & { __wxElement?: ExparserNode }).__wxElement?.id
      if (id) return id
    }
  }
  return undefined
}

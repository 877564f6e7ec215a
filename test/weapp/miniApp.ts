import path from 'node:path'

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
export type ExparserNode = {
  id: string
  tagName?: string
  __tagName?: string
  _vt?: { tagName?: string }
  dataset?: object
  childNodes?: ExparserNode[]
  shadowRoot?: ExparserNode
}
export type PageInstance = {
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
export type Page = { route: string; component: MiniComponent; instance: PageInstance; host: HTMLElement }
export type AppObject = Record<'onLaunch' | 'onShow' | 'onHide', ((options: object) => void) | undefined>
export type AppJson = {
  tabBar?: { list: { pagePath: string }[] }
  subPackages?: { root: string }[]
  preloadRule?: Record<string, { network?: 'all' | 'wifi'; packages: string[] }>
}
export type Definition = {
  data?: object
  methods?: Record<string, unknown>
  attached?: () => unknown
} & Record<string, unknown>
export type NavigateOptions = {
  url: string
  delta?: number
  success?: () => void
  fail?: () => void
  complete?: () => void
}

export type SetDataLog = { route: string; bytes: number; keys: string[]; ms: number }[]
export type LoadedApp = { object: AppObject; simulate: typeof import('miniprogram-simulate') }

export function loadApp(dist: string, stack: Page[], log: SetDataLog, wx: object): LoadedApp {
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
export function withLoggedSetData(definition: Definition, log: SetDataLog): Definition {
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

export function logSetData(instance: PageInstance, route: string, log: SetDataLog) {
  const raw = instance.setData
  instance.setData = function (data, done) {
    const started = performance.now()
    raw.call(this, data, done)
    const ms = Math.round((performance.now() - started) * 10) / 10
    log.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)), keys: Object.keys(data), ms })
  }
}

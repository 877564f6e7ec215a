import fs from 'node:fs'
import path from 'node:path'
import {
  type AppJson,
  type ExparserNode,
  type LoadedApp,
  logSetData,
  type MiniComponent,
  type NavigateOptions,
  type Page,
  type SetDataLog,
} from './miniApp'

const STACK_MAX = 10

/**
 * WeChat's stack: at most ten pages; tab pages stay alive below whatever comes and goes. A page of a subpackage opens
 * once that is fetched.
 */
export function pageStack(
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
export function findAll(component: MiniComponent, selector: string): MiniComponent[] {
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

export function isTaroBorder(node: ExparserNode): boolean {
  const tag = node.tagName ?? node.__tagName ?? node._vt?.tagName ?? ''
  return !!node.shadowRoot && /^(comp|custom-wrapper)$/i.test(tag)
}

export function idOfText(page: HTMLElement, text: string): string | undefined {
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

import { FIRST_PAGE_MS, keepsShell } from './install'

interface Route {
  load(): [page: Promise<unknown>, ...unknown[]]
}

/**
 * A browser fetches the code of a page when it is first opened, which fails without a network. Where no shell keeps
 * it (install.ts), all of it is fetched once the first page stands. WeChat has it in the package. The routes are
 * Taro's (taro-loader, h5).
 */
export function preloadPages(): void {
  if (process.env.TARO_ENV !== 'h5' || keepsShell()) return
  setTimeout(() => {
    const { routes = [] } = (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig ?? {}
    for (const route of routes) route.load()[0].catch(() => {}) // fetched when it is opened, then
  }, FIRST_PAGE_MS)
}

interface Route {
  load(): [page: Promise<unknown>, ...unknown[]]
}

/**
 * A browser fetches the code of a page when it is first opened, which fails without a network: here all of
 * it is fetched. WeChat has it in the package. The routes are Taro's (taro-loader, h5).
 */
export function preloadPages(): void {
  const { routes = [] } = (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig ?? {}
  const later = () => {} // fetched when it is needed, then
  for (const route of routes) route.load()[0].catch(later)
}

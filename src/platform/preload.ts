interface Route {
  path: string
  load(): [page: Promise<unknown>, ...unknown[]]
}

/** Taro's (taro-loader, h5). */
const routes = (): Route[] =>
  (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig?.routes ?? []

/**
 * A browser fetches the code of a page when it is first opened, which fails without a network: here all of it is
 * fetched. WeChat fetches the packages that it lacks by itself (`preloadRule`, app.config.ts).
 */
export function preloadPages(): void {
  const later = () => {} // fetched when it is needed, then
  for (const route of routes()) route.load()[0].catch(later)
}

/**
 * Before the address changes: Taro's router changes it first, and shows nothing where the code does not come.
 * @throws where it cannot be fetched
 */
export async function loadPage(url: string): Promise<void> {
  const [path = ''] = url.split('?')
  const route = routes().find((each) => each.path === path.replace(/^\//, '') || each.path === path)
  await route?.load()[0]
}

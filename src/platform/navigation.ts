import Taro from '@tarojs/taro'
import { type PagePath, type ParamsOf, TAB_PAGES, type TabPath } from '../routes'

type NoParams = Record<never, never>
type Going<P extends PagePath> = NoParams extends ParamsOf<P> ? [params?: ParamsOf<P>] : [params: ParamsOf<P>]

/** The address of a page, for sharing. */
export function urlOf<P extends Exclude<PagePath, TabPath>>(path: P, ...[params]: Going<P>): string {
  const pairs = Object.entries(params ?? {}).filter(([, value]) => value !== undefined)
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')
  return query ? `${path}?${query}` : path
}

export const goTo = <P extends Exclude<PagePath, TabPath>>(path: P, ...params: Going<P>) =>
  void Taro.navigateTo({ url: urlOf(path, ...params) })

export const replaceBy = <P extends Exclude<PagePath, TabPath>>(path: P, ...params: Going<P>) =>
  void Taro.redirectTo({ url: urlOf(path, ...params) })

/** Tab pages take no parameters. */
export const switchTab = (path: TabPath) => void Taro.switchTab({ url: path })

/** To the page before, or home where somebody came in by a shared link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else switchTab(`/${TAB_PAGES[0]}`)
}

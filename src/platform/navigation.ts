import Taro from '@tarojs/taro'
import { type PagePath, type ParamsOf, TAB_PAGES, type TabPath } from '../routes'
import { toast } from './dialog'
import { loadPage } from './preload'

type NoParams = Record<never, never>
type Going<P extends PagePath> = NoParams extends ParamsOf<P> ? [params?: ParamsOf<P>] : [params: ParamsOf<P>]

/** So many pages WeChat keeps on top of each other, and opens no more. */
const MOST_PAGES = process.env.TARO_ENV === 'h5' ? Number.POSITIVE_INFINITY : 10

/** The address of a page, for sharing. */
export function urlOf<P extends Exclude<PagePath, TabPath>>(path: P, ...[params]: Going<P>): string {
  const query = pairsOf(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

const pairsOf = (params: object | undefined) =>
  Object.entries(params ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, `${value}`] as const],
  )

/** On top of the page in front. Where no more fit, back to the one that is already open, or in its place. */
export function goTo<P extends Exclude<PagePath, TabPath>>(path: P, ...params: Going<P>): void {
  const open = Taro.getCurrentPages()
  const at = open.findIndex(({ route, options }) => {
    const said = options as Record<string, unknown> | undefined
    return `/${route}` === path && pairsOf(params[0]).every(([key, value]) => said?.[key] === value)
  })
  if (open.length < MOST_PAGES) go('navigateTo', urlOf(path, ...params))
  else if (at < 0) replaceBy(path, ...params)
  else if (at < open.length - 1) told(() => Taro.navigateBack({ delta: open.length - 1 - at }))
}

export const replaceBy = <P extends Exclude<PagePath, TabPath>>(path: P, ...params: Going<P>) =>
  go('redirectTo', urlOf(path, ...params))

/** Tab pages take no parameters. */
export const switchTab = (path: TabPath) => go('switchTab', path)

/** To the page before, or home where somebody came in by a shared link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) told(() => Taro.navigateBack())
  else switchTab(`/${TAB_PAGES[0]}`)
}

const go = (how: 'navigateTo' | 'redirectTo' | 'switchTab', url: string) =>
  told(async () => {
    if (process.env.TARO_ENV === 'h5') await loadPage(url)
    await Taro[how]({ url })
  })

/** Who taps learns why nothing happens, and what to do now. */
function told(move: () => Promise<unknown>): void {
  move().catch(async (error) => toast(whyNot(error, await isOnline())))
}

function whyNot(error: unknown, online: boolean): string {
  const { errMsg = '', message = '' } = (error ?? {}) as { errMsg?: string; message?: string }
  const said = `${errMsg} ${message}`
  if (/not found/i.test(said)) return '没有找到这一页，请更新后再打开，或者从首页进去'
  if (!online) return '没有网络，这一页还没取到手机里。连上网再点一次，以后没网也能打开'
  if (/time ?out/i.test(said)) return '网络太慢，这一页没取下来，请再点一次'
  return '这一页没打开，请再点一次。还不行就关掉重新打开'
}

const isOnline = async (): Promise<boolean> =>
  process.env.TARO_ENV === 'h5'
    ? navigator.onLine
    : Taro.getNetworkType().then(
        ({ networkType }) => networkType !== 'none',
        () => true,
      )

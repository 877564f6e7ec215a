import Taro from '@tarojs/taro'
import type { Stop } from './port'

/** Moves the page in front, as soon as it is drawn. */
export const scrollPageTo = (scrollTop: number) =>
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop, duration: 0 }))

/** How many hold a page. */
const holders = new WeakMap<object, number>()

/** Keeps the page in front where it is, whoever scrolls, until the last that holds it lets go. */
export function holdPage(): Stop {
  const { page } = Taro.getCurrentInstance()
  if (!page) return () => {}
  const count = (by: 1 | -1) => {
    const left = (holders.get(page) ?? 0) + by
    holders.set(page, left)
    if (process.env.TARO_ENV === 'h5')
      document.getElementById(page.path ?? '')?.classList.toggle('is-held', left > 0)
    else page.setData?.({ pageStyle: left > 0 ? 'overflow: hidden' : '' }) // config/weapp.ts
  }
  count(1)
  return () => count(-1)
}

/** What covers the top of a page, with a little air. */
const UNDER_NAV = -112

/** Brings an element into sight, below the navigation bar. */
export const scrollToId = (id: string) =>
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: UNDER_NAV, duration: 200 })

/**
 * To the first control in an element. In WeChat only an input can have the focus, and is told by its `focusAt`;
 * a browser moves it anywhere, so that keys and screen readers go on from there.
 */
export function focusIn(id: string): void {
  if (process.env.TARO_ENV !== 'h5') return
  const control = `#${id} input, #${id} textarea, #${id} [tabindex]`
  document.querySelector<HTMLElement>(control)?.focus({ preventScroll: true })
}

/** Heights in px, by element id, of what a class names on the page in front, as it is laid out now. */
export const heightsOf = (className: string): Promise<Map<string, number>> =>
  new Promise((resolve) => {
    const query = Taro.createSelectorQuery()
    query.selectAll(`.${className}`).fields({ id: true, size: true })
    query.exec(([found]: { id: string; height: number }[][]) =>
      resolve(new Map((found ?? []).map(({ id, height }) => [id, height]))),
    )
  })

import Taro from '@tarojs/taro'

/** Moves the page in front, as soon as it is drawn. */
export const scrollPageTo = (scrollTop: number) =>
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop, duration: 0 }))
export const scrollToTop = () => scrollPageTo(0)

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

/**
 * In a browser 返回 closes the sheet in front before it leaves the page, as it does in an app. The first sheet of a
 * page puts an entry of its own on top of the page's; Taro's router never hears of going between the two.
 */
interface Entry {
  href: string
  /** Where the router counts this entry; the same on both entries of a page. */
  index: unknown
  /** The one on top. */
  above: boolean
}

const entryNow = (): Entry => ({
  href: location.href,
  index: history.state?.idx,
  above: history.state?.above === true,
})

const sheets: (() => void)[] = []
/** Where the browser stands, as far as anybody has seen: going to another page is noticed on the way back. */
let at: Entry | undefined

/** Before the router listens: who listens first can keep an event from the others. */
export function watchBack(): void {
  at = entryNow()
  window.addEventListener('popstate', onPop, true)
}

/** `close` runs when somebody goes back. @returns to be called once the sheet is gone, however it went */
export function closeOnBack(close: () => void): () => void {
  sheets.push(close)
  if (!entryNow().above) history.pushState({ ...history.state, above: true }, '')
  at = entryNow()
  return () => void sheets.splice(sheets.indexOf(close), 1)
}

function onPop(event: PopStateEvent) {
  const from = at
  const to = entryNow()
  at = to
  if (!from || from.href !== to.href || from.index !== to.index || from.above === to.above) return
  event.stopImmediatePropagation()
  if (to.above) return // forward again: what was closed stays closed
  const close = sheets[sheets.length - 1]
  if (!close) return history.back() // a tap has closed it, and its entry was left behind
  close()
  if (sheets.length > 1) {
    history.pushState({ ...history.state, above: true }, '')
    at = entryNow()
  }
}

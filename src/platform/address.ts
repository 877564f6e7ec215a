import type { Stop } from './port'

/**
 * What is open beside the content of a page, as its address says it: a parameter that the browser keeps in its
 * history, so that reload, 返回 and a copied address lead there again. The router never hears of it.
 */
const OPEN = 'open'

interface Entry {
  path: string
  /** Where the router counts this entry; the same for all that differ in what is open alone. */
  index: unknown
  opened: string | undefined
}

const asked = () => {
  const [path = '', query = ''] = location.hash.slice(1).split('?')
  return { path, query: new URLSearchParams(query) }
}

function entryNow(): Entry {
  const { path, query } = asked()
  return { path, index: history.state?.idx, opened: query.get(OPEN) ?? undefined }
}

let at: Entry | undefined

export const openedNow = (): string | undefined => entryNow().opened

/** Writes what is open into the address, as an entry of its own that 返回 takes back. */
export function writeOpened(url: string): void {
  // `above` marks an entry of a sheet, which this is not
  history.pushState({ ...history.state, above: false, opened: true }, '', withOpened(url))
  at = entryNow()
}

/** Back to what was open before; nothing, where people came in by this address. */
export function leaveOpened(): void {
  if (history.state?.opened === true) history.back()
  else {
    history.replaceState(history.state, '', withOpened(undefined))
    at = entryNow()
  }
}

function withOpened(url: string | undefined): string {
  const { path, query } = asked()
  if (url === undefined) query.delete(OPEN)
  else query.set(OPEN, url)
  return `#${path}${[...query].length > 0 ? `?${query}` : ''}`
}

/** While its page is in front: `onChange` runs when somebody goes between two entries of it. */
export function watchOpened(onChange: () => void): Stop {
  at = entryNow()
  let ours = false
  const onPop = (event: Event) => {
    const from = at
    const to = entryNow()
    at = to
    ours = from?.index === to.index && from?.path === to.path && from.opened !== to.opened
    if (!ours) return
    event.stopImmediatePropagation()
    onChange()
  }
  // a browser tells of the same step twice, and the router listens to both
  const onHash = (event: Event) => {
    if (ours) event.stopImmediatePropagation()
    ours = false
  }
  window.addEventListener('popstate', onPop, true)
  window.addEventListener('hashchange', onHash, true)
  return () => {
    window.removeEventListener('popstate', onPop, true)
    window.removeEventListener('hashchange', onHash, true)
  }
}

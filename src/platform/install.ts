/** Must be at the root of the site: a worker answers for the folder that it lies in. */
const WORKER = '/worker.js'

/** By then the first page stands: what is only fetched for later does not take its time. */
export const FIRST_PAGE_MS = 3000

/** Not in development, where files change, nor where a browser has no workers, such as over plain HTTP. */
export const keepsShell = (): boolean =>
  process.env.TARO_ENV === 'h5' && process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator

/**
 * H5 opens from its own storage afterwards, whether or not the server can be reached (src/install/worker.js). A
 * new version takes over when the app is opened the next time: nothing has been typed by then.
 */
export function keepShell(): void {
  if (!keepsShell()) return
  const { serviceWorker } = navigator
  const register = () => serviceWorker.register(WORKER).catch(() => {}) // without it, the app needs the server to open
  const begin = () => {
    if (serviceWorker.controller) void register().then((registered) => takeNew(registered || undefined))
    else setTimeout(register, FIRST_PAGE_MS)
  }
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin, { once: true })
}

/** What the page itself showed until now (src/index.html). */
export function dropOpening(): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById('opening')?.remove()
}

/** @param registered nothing in a browser that is told to keep no workers */
function takeNew(registered?: ServiceWorkerRegistration) {
  const waiting = registered?.waiting
  if (!waiting) return
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}

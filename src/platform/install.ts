import { preloadPages } from './preload'

/** Must be at the root of the site: a worker answers for the folder that it lies in. */
const WORKER = '/worker.js'

/** By then the first page stands: what is only fetched for later does not take its time. */
const FIRST_PAGE_MS = 3000

/**
 * H5 opens from its own storage afterwards, whether or not the server can be reached (src/install/worker.js). A
 * new version takes over when the app is opened the next time: nothing has been typed by then. Where no worker can
 * be kept, at least every page is there as long as the app is open.
 */
export function keepShell(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const begin = () => {
    if (navigator.serviceWorker?.controller) void register().then(takeNew)
    else setTimeout(() => void register().then((registered) => registered ?? preloadPages()), FIRST_PAGE_MS)
  }
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin, { once: true })
}

/** @returns nothing in development, where files change, over plain HTTP, and in a browser that keeps no workers */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return undefined
  return navigator.serviceWorker.register(WORKER).catch(() => undefined)
}

/** What the page itself showed until now (src/index.html). */
export function dropOpening(): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById('opening')?.remove()
}

function takeNew(registered: ServiceWorkerRegistration | undefined) {
  const waiting = registered?.waiting
  if (!waiting) return
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}

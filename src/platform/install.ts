/** Must be at the root of the site: a worker answers for the folder that it lies in. */
const WORKER = '/worker.js'

/** Not in development, where files change, nor where a browser has no workers, such as over plain HTTP. */
export const keepsShell = (): boolean =>
  process.env.TARO_ENV === 'h5' && process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator

/**
 * H5 opens from its own storage afterwards, whether or not the server can be reached (src/install/worker.js). A
 * new version takes over when the app is opened the next time: nothing has been typed by then.
 */
export function keepShell(): void {
  if (!keepsShell()) return
  const register = () => {
    navigator.serviceWorker.register(WORKER).then(takeNew, () => {}) // without it, the app needs the server to open
  }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}

/** @param registered nothing in a browser that is told to keep no workers */
function takeNew(registered?: ServiceWorkerRegistration) {
  const waiting = registered?.waiting
  if (!waiting) return
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}

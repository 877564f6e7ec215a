import Taro from '@tarojs/taro'

const WAIT_MS = 5000

/** WeChat has fetched a newer version, and takes it when it is told to. */
let fetched = false

/** At launch: WeChat looks for a newer version then, and says so only once. */
export function watchForUpdate(): void {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.getUpdateManager().onUpdateReady(() => {
    fetched = true
  })
}

/**
 * 更新: the app begins anew in its newest version, with all that the phone keeps.
 * @returns false where it has not been fetched yet
 */
export async function updateApp(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    await newShell()
    location.reload()
    return true
  }
  if (fetched) Taro.getUpdateManager().applyUpdate()
  return fetched
}

/** The worker answers with the files that it has kept: the next one must be in its place first. */
async function newShell(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  if (!registration) return
  await registration.update().catch(() => {}) // as it is without a network
  const { installing, waiting } = registration
  if (!installing && !waiting) return
  await new Promise<void>((done) => {
    setTimeout(done, WAIT_MS)
    navigator.serviceWorker.addEventListener('controllerchange', () => done(), { once: true })
    const ready = () => registration.waiting?.postMessage('take over')
    installing?.addEventListener('statechange', ready)
    ready()
  })
}

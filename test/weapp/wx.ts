import { randomFillSync } from 'node:crypto'

/** WeChat's storage as text by key; the same map given to the next launch is the same phone. */
export type Storage = Map<string, string>

type Callbacks = {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

const KEY_MAX = 1024 * 1024
const STORAGE_MAX = 10 * 1024 * 1024

/** Calls back as WeChat does: later, `success` or `fail`, then `complete`. */
export function answer({ success, fail, complete }: Callbacks, name: string, work: () => object | undefined) {
  setTimeout(() => {
    let result: object
    try {
      result = { ...work(), errMsg: `${name}:ok` }
    } catch (error) {
      result = { errMsg: `${name}:fail ${(error as Error).message}` }
      fail?.(result)
      complete?.(result)
      return
    }
    success?.(result)
    complete?.(result)
  })
}

export function storageApi(storage: Storage) {
  const read = (key: string) => {
    const text = storage.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify(value)
    if (text.length > KEY_MAX) throw new Error('exceed storage item max length')
    const before = storage.get(key)?.length ?? 0
    if (sizeOf(storage) - before + text.length > STORAGE_MAX) throw new Error('exceed storage max size')
    storage.set(key, text)
  }
  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(sizeOf(storage) / 1024),
    limitSize: 10240,
  })
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    getStorage: (o: Callbacks & { key: string }) =>
      answer(o, 'getStorage', () => {
        if (!storage.has(o.key)) throw new Error('data not found')
        return { data: read(o.key) }
      }),
    setStorage: (o: Callbacks & { key: string; data: unknown }) =>
      answer(o, 'setStorage', () => {
        write(o.key, o.data)
        return {}
      }),
    removeStorage: (o: Callbacks & { key: string }) =>
      answer(o, 'removeStorage', () => ({ gone: storage.delete(o.key) })),
    clearStorage: (o: Callbacks = {}) =>
      answer(o, 'clearStorage', () => {
        storage.clear()
        return {}
      }),
    getStorageInfo: (o: Callbacks) => answer(o, 'getStorageInfo', info),
  }
}

function sizeOf(storage: Storage): number {
  let size = 0
  for (const [key, text] of storage) size += key.length + text.length
  return size
}

const windowInfo = {
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  screenTop: 0,
  pixelRatio: 2,
  statusBarHeight: 44,
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
}
const deviceInfo = { brand: 'devtools', model: 'iPhone 12', platform: 'devtools', system: 'iOS 15.0' }
const appInfo = {
  SDKVersion: '3.5.0',
  version: '8.0.50',
  language: 'zh_CN',
  fontSizeSetting: 16,
  theme: 'light',
}
const everything = { ...windowInfo, ...deviceInfo, ...appInfo }

export function deviceApi(launch: object, extConfig: object) {
  return {
    getSystemInfoSync: () => everything,
    getSystemInfo: (o: Callbacks) => answer(o, 'getSystemInfo', () => everything),
    getWindowInfo: () => windowInfo,
    getDeviceInfo: () => deviceInfo,
    getAppBaseInfo: () => appInfo,
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 48,
      right: 368,
      bottom: 80,
      left: 281,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getExtConfigSync: () => extConfig,
    getRandomValues: (o: Callbacks & { length: number }) =>
      answer(o, 'getRandomValues', () => ({ randomValues: randomFillSync(new Uint8Array(o.length)).buffer })),
    getUpdateManager: () => ({ onUpdateReady() {}, applyUpdate() {} }),
    canIUse: () => true,
    nextTick: (work: () => void) => void setTimeout(work, 0),
    createSelectorQuery,
  }
}

const box = {
  left: 0,
  top: 0,
  right: 375,
  bottom: 50,
  width: 375,
  height: 50,
  scrollTop: 0,
  scrollLeft: 0,
  scrollHeight: 50,
  dataset: {},
  id: '',
}

/** jsdom lays nothing out: every node has the same box. */
function createSelectorQuery() {
  const asked: { many: boolean; callback?: (result: unknown) => void }[] = []
  const node = (many: boolean) => {
    const entry: (typeof asked)[number] = { many }
    asked.push(entry)
    const remember = (callback?: (result: unknown) => void) => {
      if (callback) entry.callback = callback
      return query
    }
    return {
      boundingClientRect: remember,
      scrollOffset: remember,
      context: remember,
      node: remember,
      fields: (_: object, callback?: (result: unknown) => void) => remember(callback),
    }
  }
  const query = {
    in: () => query,
    select: () => node(false),
    selectAll: () => node(true),
    selectViewport: () => node(false),
    exec: (done?: (results: unknown[]) => void) => {
      setTimeout(() => {
        const results = asked.map(({ many }) => (many ? [box] : box))
        asked.forEach(({ callback }, i) => {
          callback?.(results[i])
        })
        done?.(results)
      })
      return query
    },
  }
  return query
}

/** What the person would see or be asked; each call is kept. Questions are answered with `answers`, or with yes. */
export function dialogApi(calls: [string, Record<string, unknown>][], answers: Record<string, object>) {
  const dialog = (name: string, usual: object = {}) => [
    name,
    (options: Callbacks & Record<string, unknown> = {}) => {
      calls.push([name, options])
      answer(options, name, () => ({ ...usual, ...answers[name] }))
    },
  ]
  const silent = [
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setTabBarBadge',
  ]
  const more = [
    'removeTabBarBadge',
    'stopPullDownRefresh',
    'pageScrollTo',
    'makePhoneCall',
    'setClipboardData',
    'vibrateShort',
  ]
  return Object.fromEntries([
    ...[...silent, ...more].map((name) => dialog(name)),
    dialog('showActionSheet', { tapIndex: 0 }),
    dialog('login', { code: 'code-from-wechat' }),
    dialog('requestSubscribeMessage'),
    dialog('getSetting', { authSetting: {} }),
  ])
}

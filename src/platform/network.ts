import Taro from '@tarojs/taro'
import type { Platform } from './port'

const listeners = new Set<(online: boolean) => void>()

// Believed until the phone says otherwise: a wrong "offline" would keep everything back.
let connected = process.env.TARO_ENV === 'h5' ? navigator.onLine : true

function change(online: boolean) {
  if (online === connected) return
  connected = online
  for (const listener of listeners) listener(online)
}

if (process.env.TARO_ENV === 'h5') {
  // Taro's H5 event needs `navigator.connection`, which Safari and Firefox lack.
  window.addEventListener('online', () => change(true))
  window.addEventListener('offline', () => change(false))
} else {
  // The first answer may come late: a change that was heard meanwhile is newer.
  let heard = false
  Taro.onNetworkStatusChange(({ isConnected }) => {
    heard = true
    change(isConnected)
  })
  Taro.getNetworkType({ success: ({ networkType }) => !heard && change(networkType !== 'none') })
}

export const network: Platform['network'] = {
  online: () => connected,
  onChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

let shown = true

const ofBrowser: Platform['screen'] = {
  visible: () => document.visibilityState !== 'hidden',
  onChange(listener) {
    const told = () => listener(document.visibilityState !== 'hidden')
    document.addEventListener('visibilitychange', told)
    return () => document.removeEventListener('visibilitychange', told)
  },
}

const ofWeChat: Platform['screen'] = {
  visible: () => shown,
  onChange(listener) {
    const change = (visible: boolean) => () => {
      shown = visible
      listener(visible)
    }
    const show = change(true)
    const hide = change(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => {
      Taro.offAppShow(show)
      Taro.offAppHide(hide)
    }
  },
}

export const screen = process.env.TARO_ENV === 'h5' ? ofBrowser : ofWeChat

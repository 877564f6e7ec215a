import Taro from '@tarojs/taro'
import { type Storage, StorageFull } from './port'

const FULL = /quota|exceed|limit|full/i

/**
 * Text by key, synchronous. On H5 Taro wraps each value as `{"data": …}` in localStorage (about 5 MB); WeChat
 * keeps 1 MB a key and 10 MB in all. Both read a missing key as ''.
 */
export const storage: Storage = {
  get(key) {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? text : undefined
  },
  set(key, text) {
    try {
      Taro.setStorageSync(key, text)
    } catch (error) {
      const { name = '', message = '', errMsg = '' } = error as Partial<Error & { errMsg: string }>
      if (FULL.test(`${name} ${message} ${errMsg}`)) throw new StorageFull()
      throw error
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => [...Taro.getStorageInfoSync().keys],
}

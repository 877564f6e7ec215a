import Taro from '@tarojs/taro'
import { PULLED } from './web/pulled'
import { drawToast } from './web/toast'

const SHORTEST_MS = 2500
const READING_MS = 160 // a character, by old eyes

/** A short word that goes by itself. */
export function toast(text: string): void {
  const duration = Math.max(SHORTEST_MS, text.length * READING_MS)
  if (process.env.TARO_ENV === 'h5') drawToast(text, duration)
  else void Taro.showToast({ title: text, icon: 'none', duration })
}

export function stopPullDown(): void {
  if (process.env.TARO_ENV === 'h5') window.dispatchEvent(new Event(PULLED))
  else void Taro.stopPullDownRefresh()
}

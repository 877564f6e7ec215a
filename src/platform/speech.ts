import { toast } from './dialog'
import type { Stop } from './port'

/** A little slower than usual, for old ears. */
const RATE = 0.9

/** Browsers speak, WeChat does not. One that knows voices but no Chinese one reads nothing that is understood. */
export function canSpeak(): boolean {
  if (process.env.TARO_ENV !== 'h5' || typeof speechSynthesis === 'undefined') return false
  const voices = speechSynthesis.getVoices() // empty until they have been loaded
  return voices.length === 0 || voices.some(({ lang }) => /^(zh|cmn|yue)/i.test(lang))
}

/** It was stopped here, or for what is read next. */
const OURS: string[] = ['canceled', 'interrupted']

/**
 * Reads a text aloud, in place of what was being read.
 * @param onEnd once, when it has been read or cannot be; never after our own `stop`
 */
export function speak(text: string, onEnd: () => void): Stop {
  speechSynthesis.cancel()
  // By sentence: Chromium falls silent in the middle of a long one.
  const parts = text.match(/[^。？]+[。？]?/g) ?? []
  let stopped = false
  const end = () => {
    if (stopped) return
    stopped = true
    onEnd()
  }
  for (const [index, part] of parts.entries()) {
    const utterance = new SpeechSynthesisUtterance(part)
    utterance.lang = 'zh-CN'
    utterance.rate = RATE
    utterance.onerror = ({ error }) => {
      if (!stopped && !OURS.includes(error)) toast('这部手机念不出来，请看屏幕上的字')
      end()
    }
    if (index === parts.length - 1) utterance.onend = end
    speechSynthesis.speak(utterance)
  }
  return () => {
    stopped = true
    speechSynthesis.cancel()
  }
}

import { lengthOf, startOf } from 'domain/kernel/grapheme'

interface Typed {
  detail: { value: string }
}

/**
 * Props of an input that takes so many characters as a reader counts them. WeChat's own limit counts code units: it
 * follows what stands there, with room for the second half of a pair.
 */
export function limited(max: number, value: string, onInput: (value: string) => void) {
  const left = max - lengthOf(value)
  return {
    maxlength: process.env.TARO_ENV === 'h5' ? max : value.length + Math.max(0, left) + (left > 0 ? 1 : 0),
    onInput: ({ detail }: Typed) => onInput(startOf(detail.value.replace(/\p{Cs}/gu, ''), max)),
  }
}

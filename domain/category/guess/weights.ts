import { GRAMS } from './grams'

/** What grams say for one category, by gram: 1 (a little) to 7. */
export type Levels = Map<number, number>

const LEVELS = 8
/** What one level is worth. */
export const STEP = 0.7
/** In a long text much says nothing: each gram of it counts for less. */
export const sharpness = (grams: number): number => 2 / Math.sqrt(Math.max(1, grams))

/** The characters that JSON writes as they are: two stand for one gram, as its distance from the last, and its level. */
const FIRST = 35
const BASE = 92
const LONGEST = Math.floor((BASE * BASE) / LEVELS) - 1

const character = (digit: number) => (digit + FIRST === 92 ? '!' : String.fromCharCode(digit + FIRST))
const digitAt = (text: string, at: number) => (text[at] === '!' ? 92 : text.charCodeAt(at)) - FIRST

export function pack(levels: Levels): string {
  let packed = ''
  let last = 0
  const put = (distance: number, level: number) => {
    const value = distance * LEVELS + level
    packed += character(Math.floor(value / BASE)) + character(value % BASE)
    last += distance
  }
  for (const [gram, level] of [...levels].sort(([a], [b]) => a - b)) {
    while (gram - last > LONGEST) put(LONGEST, 0) // no gram, only a long way
    put(gram - last, level)
  }
  return packed
}

/** What cannot be read is left out. */
export function unpack(packed: string): Levels {
  const levels: Levels = new Map()
  let gram = 0
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const value = digitAt(packed, at) * BASE + digitAt(packed, at + 1)
    gram += Math.floor(value / LEVELS)
    if (value % LEVELS > 0 && gram < GRAMS) levels.set(gram, value % LEVELS)
  }
  return levels
}

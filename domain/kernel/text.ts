import * as z from 'zod/mini'
import { clipped, fits } from './grapheme'

/**
 * What nobody sees and nothing needs: control characters, halves of a surrogate pair, signs that turn the direction
 * of what follows, blanks without a width. PostgreSQL cannot keep NUL and halves in JSON.
 */
const UNSEEN =
  /[^\P{Cc}\n\t]|\p{Cs}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu
/** Spaces, and letters that are drawn as nothing (U+3164 and the like). */
const BLANK = '[\\s\\u200c\\u200d\\u115f\\u1160\\u3164\\uffa0\\u2800]'
const BLANK_SIGN = new RegExp(BLANK)
/** A mark alone is drawn on nothing. */
const NOTHING = new RegExp(`^(?:${BLANK}|[\\p{M}\\p{Cf}\\u{1d159}])*$`, 'u')

/** Free text as it is kept: what people see of it, and nothing around it. Empty where they would see nothing. */
export function cleaned(text: string): string {
  const seen = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(UNSEEN, '')
  let [from, to] = [0, seen.length]
  while (from < to && BLANK_SIGN.test(seen.charAt(from))) from++
  while (to > from && BLANK_SIGN.test(seen.charAt(to - 1))) to--
  const kept = seen.slice(from, to)
  return NOTHING.test(kept) ? '' : kept
}

/** What people type, cleaned and not too long in the count of who reads it; it may be empty. */
export const anyText = (max: number) =>
  z.string().check(
    z.overwrite(cleaned),
    z.refine((said) => fits(said, max)),
  )

/** The same where something must be said. */
export const words = (max: number) => anyText(max).check(z.minLength(1))

/** Of a record that comes from outside: no more keys than somebody could mean. */
export const fewKeys = (max: number) => z.refine((record) => Object.keys(record as object).length <= max)

export const id = z.uuid()
export const instant = z.iso.datetime({ precision: 3 })
export const count = (max: number) => z.int().check(z.gte(0), z.lte(max))

/** As most texts are: nothing to be found behind their characters but capitals. */
const USUAL = /^[\n -~\u3001\u3002\u4e00-\u9fff]*$/
const IGNORED = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\u115f\u1160\u3164\uffa0]/u
const DIGIT = /\p{Nd}/u
/** ❶➀➊: the only digits in rings that are not the same digit to Unicode. */
const RINGED = /[\u2776-\u277e\u2780-\u2788\u278a-\u2792]/

export interface Normalised {
  text: string
  /** Of each code unit of `text`, where what it stands for begins in the original; and at last the original's length. */
  from: number[]
}

/**
 * One form for all ways to write the same: full width and half width, capitals and small letters, with and without
 * accents, digits of every script, in rings and on keys; nothing invisible; every blank is a space. For comparing and
 * looking into, never for keeping.
 */
export function normalised(original: string): Normalised {
  if (USUAL.test(original)) {
    const from = Array.from({ length: original.length + 1 }, (_, at) => at)
    return { text: original.toLowerCase().replace(/\n/g, ' '), from }
  }
  let text = ''
  const from: number[] = []
  let at = 0
  for (const sign of original) {
    const plain = plainOf(sign)
    text += plain
    for (let unit = 0; unit < plain.length; unit++) from.push(at)
    at += sign.length
  }
  from.push(at)
  return { text, from }
}

function plainOf(sign: string): string {
  if (sign >= '\u4e00' && sign <= '\u9fff' && sign.length === 1) return sign
  if (/[\s\u2800]/.test(sign)) return ' '
  const plain = [...sign.normalize('NFKD')].filter((each) => !IGNORED.test(each))
  return plain.map((each) => (each > '~' ? digitOf(each) : each.toLowerCase())).join('')
}

/** Digits of a script stand one after the other, from 0 to 9. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (RINGED.test(sign)) return `${((code - 0x2776) % 10) + 1}`
  if (!DIGIT.test(sign)) return sign.toLowerCase()
  let below = 0
  while (DIGIT.test(String.fromCodePoint(code - below - 1))) below++
  return `${below % 10}`
}

/** A title for people who only said what they want: its first sentence, at most 24 characters. */
export function titleOf(said: string): string {
  const first =
    said
      .trim()
      .split(/[。！？!?\n；;]/, 1)[0]
      ?.trim() || said.trim()
  return clipped(first, 24)
}

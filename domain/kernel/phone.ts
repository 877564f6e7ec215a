import * as z from 'zod/mini'
import { cleaned, normalised } from './text'

const NATIONAL = /^(?:1[3-9]\d{9}|0(?:10|2\d|[3-9]\d\d)\d{7,8})$/
/** With all that stands around a number that was pasted. */
const LONGEST = 100
const LANDLINE = /^(0(?:10|2\d|[3-9]\d\d))(\d{7,8})$/

/**
 * The one form in which a phone number is kept, however it was typed or pasted: `13800138000`, `0662-6612345`. What
 * is no number of a person keeps its own parts, as `400-123-4567` does.
 */
export function plainPhone(typed: string): string {
  if (typed.length > LONGEST) return typed
  const { text } = normalised(typed)
  if (!/^(?:tel:)?[\d\s\p{P}\p{S}]+$/u.test(text)) return cleaned(typed)
  const digits = text.replace(/\D/g, '')
  const home = digits.replace(/^(?:00)?86/, '')
  const national = [digits, home, `0${home}`].find(
    (each, at) => NATIONAL.test(each) && (at < 2 || home !== digits),
  )
  return national?.replace(LANDLINE, '$1-$2') ?? text.replace(/^\D+|\D+$/g, '').replace(/\D+/g, '-')
}

/** Of somebody: a mobile number, or a landline with its area code. */
export const phone = z.string().check(z.overwrite(plainPhone), z.regex(/^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})$/))

/** Of an office, which may be a short number such as 12345. */
export const officePhone = z.string().check(z.overwrite(plainPhone), z.regex(/^[\d-]{3,20}$/))

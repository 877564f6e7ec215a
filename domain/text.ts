import * as z from 'zod/mini'

/** What people type: trimmed, not empty, no NUL (PostgreSQL cannot keep it). */
export const words = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => !text.includes('\u0000')),
  )

export const id = z.uuid()
export const instant = z.iso.datetime({ precision: 3 })
export const count = (max: number) => z.int().check(z.gte(0), z.lte(max))

// No look-behind: WebKit before iOS 16.4 cannot read it.
const idNumber = /^(\d{17}[\dXx]|\d{15})$/
const mobile = /^(86)?1[3-9]\d{9}$/
const landline = /^0\d{9,11}$/

// Digits, also full-width, with what people write between them.
const numbers = /[0-9０-９](?:[\s\-—_.·]*[0-9０-９])*(?:[\s\-—_.·]*[Xx])?/g

const plain = (number: string) =>
  number
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-—_.·]/g, '')
const isPersonal = (number: string) => [idNumber, mobile, landline].some((shape) => shape.test(plain(number)))

/**
 * Whether free text holds an ID number or a phone number, also when written with spaces, dashes or
 * full-width digits. Such text never leaves the phone (`personalData`).
 */
export const holdsPersonalData = (text: string): boolean => (text.match(numbers) ?? []).some(isPersonal)

/** The same text with such numbers cut out (去掉号码), and the first mobile number among them. */
export function withoutPersonalData(text: string): { text: string; phone?: string } {
  const cut = (text.match(numbers) ?? []).filter(isPersonal).map(plain)
  const phone = cut.find((number) => mobile.test(number))?.slice(-11)
  const rest = text
    .replace(numbers, (number) => (isPersonal(number) ? '' : number))
    .replace(/ {2,}/g, ' ')
    .trim()
  return phone ? { text: rest, phone } : { text: rest }
}

/** A title for people who only said what they want: its first sentence, at most 24 characters. */
export function titleOf(text: string): string {
  const first =
    text
      .trim()
      .split(/[。！？!?\n；;]/, 1)[0]
      ?.trim() || text.trim()
  return first.length <= 24 ? first : `${first.slice(0, 23)}…`
}

const FORM_OF_ADDRESS = /^[阿小老大]|[伯叔姨姐哥婆公爷奶妈爸嫂婶娘生傅师医]$/

/** A name as others may read it: `李大文` becomes `李**`; forms of address such as 黄伯 or 陈师傅 stay. */
export const safeName = (name: string) =>
  /^[\u4e00-\u9fff]{2,4}$/.test(name) && !FORM_OF_ADDRESS.test(name) ? `${name.slice(0, 1)}**` : name

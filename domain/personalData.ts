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

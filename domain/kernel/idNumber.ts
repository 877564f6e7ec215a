const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10x98765432'

const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** 身份证号: an area and a birthday; whoever mistypes the check digit tells as much. */
export function isIdNumber(text: string): boolean {
  if (!PROVINCE.test(text)) return false
  if (/^\d{15}$/.test(text)) return isDay(Number(text.slice(8, 10)), Number(text.slice(10, 12)))
  return (
    /^\d{6}(?:19|20)\d{9}[\dx]$/.test(text) && isDay(Number(text.slice(10, 12)), Number(text.slice(12, 14)))
  )
}

/** With its check digit (GB 11643): what is one beyond doubt, also in the middle of other digits. */
export const isCheckedIdNumber = (text: string): boolean =>
  isIdNumber(text) &&
  CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11] === text[17]

/** ISO/IEC 7812: the check digit of bank cards. */
export function isCardNumber(digits: string): boolean {
  if (!/^[3-69]\d{15,18}$/.test(digits)) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

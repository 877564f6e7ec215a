import { isCardNumber, isCheckedIdNumber, isIdNumber } from './idNumber'
import { type Group, goesOn, groupsIn, isOne, type Run, runsFrom } from './numberRuns'
import { simplified } from './simplified'
import { normalised } from './text'
import { type Found, writtenIds } from './writtenIds'

// No look-behind: WebKit before iOS 16.4 cannot read it.

/** Numbers of needs, doors, times and places on earth, which are nobody's. */
const HARMLESS = [
  /(^|[^\d-])\d{1,2}-\d{1,2}-\d{3,4}(?![\d-])/g,
  /(^|[^\d-])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{2,3}(?![\d]|-\d)/g,
  /(^|[^\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d])/g,
  /(^|[^\d.])(?:[01]?\d|2[0-4])\.[0-5]\d ?[-~—–至到] ?(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.])/g,
  /(^|[^\d.])\d{1,3}\.\d{3,}[^\p{L}\p{N}]{1,3}\d{1,3}\.\d{3,}(?![\d.])/gu,
]

/** What kind of number stands behind these words: up to it only such words follow, and signs that end nothing. */
const before = (labels: string, then = '') =>
  new RegExp(
    `(?:${labels})(?:号码|编号|号|码|是|为|有|在|我|的|找|邮箱|[^\\p{L}\\p{N},，。;；!?])*${then}$`,
    'u',
  )
const NUMBER_OF_THINGS = before(
  '区划|网格|代码|编码|编号|单|订单|快递|运单|物流|条码|条形码|型号|表|户|批次|杆|流水|取件',
)
const ACCOUNT = before(
  '账|帐|账户|帐户|户头|存折|卡|社保|社会保障|医保|公积金|驾照|档案|护照|证|证件|户口簿|户口本',
  '(?:[a-z]{1,2}[ -]?)?',
)
const CALLED_AT = before(
  '座机|电话|固话|宅电|家电|办公室|热线|传真|致电|联系|拨|拨打|打|号码|tel|call|phone|☎|📞|📱',
)
const CHAT = before(
  'qq|q q|扣|抠抠|企鹅|(?:^|[^a-z0-9])q|[微威薇徽维]信?|v信|vx|wx|加v|支付宝|抖音号|快手号|小红书号',
)
const THEN_CALL = /^[^\p{L}\p{N}]{0,2}(?:找|联系|打|是我|这个号|这个电话)/u

/** Of what there are so many, or which door it is: 3栋, 85岁. Such a number is none of the digits before it. */
const COUNTED =
  /^ ?[栋幢座号楼单室房层户岁元块毛蚊斤两人月日点分时个份次天年级路巷弄袋瓶盒张期排队条把桶箱只台件位名米公厘克升度平组周小]/

const AREA = '(?:10|2\\d|[3-9]\\d\\d)'
const LANDLINE = new RegExp(`^0${AREA}[2-8]\\d{6,7}$`)
/** Apart, the area code says what it is. */
const DIALLED = new RegExp(`^0${AREA}[1-9]\\d{6,7}$`)
const ABROAD = new RegExp(`^86${AREA}[2-8]\\d{6,7}$`)
const DATE = /^(?:19|20)\d\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])/
const isMobile = (digits: string) => /^1[3-9]\d{9}$/.test(digits)

/** Parts what stands on both sides, and is found by nothing. */
const hidden = (length: number) => '\u0001'.repeat(length)

/** @param text normalised */
export function found(text: string): Found[] {
  let plain = simplified(text)
  for (const each of HARMLESS)
    plain = plain.replace(each, (all, lead: string) => lead + hidden(all.length - lead.length))
  const all = writtenIds(plain)
  for (const { from, to } of all) plain = plain.slice(0, from) + hidden(to - from) + plain.slice(to)
  const groups = groupsIn(plain)
  for (let index = 0; index < groups.length; ) {
    const number = numberAt(plain, groups, index)
    if (!number) index++
    else {
      all.push({
        ...number,
        from: number.from - codeBefore(plain.slice(Math.max(0, number.from - 12), number.from)),
      })
      index = passOver(groups, index, number.to)
    }
  }
  return all.sort((a, b) => a.from - b.from)
}

/** The group to go on with; of one that reaches further, only the rest is left. */
function passOver(groups: Group[], first: number, to: number): number {
  let index = first
  for (; index < groups.length; index++) {
    const { at, digits } = groups[index] as Group
    if (at >= to) break
    if (at + digits.length > to) {
      groups[index] = { digits: digits.slice(to - at), at: to, gap: undefined }
      break
    }
  }
  return index
}

/** The code of the country goes with the number. */
const codeBefore = (lead: string): number =>
  /(?:(?:\+|00) ?\(?86[) -]*|\+|(?:^|[^\p{L}\p{N}])86)$/u.exec(lead)?.[0].replace(/^[^+\d]/, '').length ?? 0

function numberAt(text: string, groups: readonly Group[], first: number): Found | undefined {
  const lead = text.slice(Math.max(0, (groups[first] as Group).at - 16), groups[first]?.at)
  let longest: Found | undefined
  for (const run of runsFrom(groups, first)) {
    if (longest && (!goesOn(run) || COUNTED.test(text.slice(run.to, run.to + 2)))) break
    longest = ofRun(text, lead, run) ?? longest
  }
  return longest ?? gluedMobile(groups, first) ?? insideOf(groups[first] as Group, lead)
}

function ofRun(text: string, lead: string, run: Run): Found | undefined {
  const { digits, from, to } = run
  const n = digits.length
  if (n < 5) return undefined
  const place = { from, to }
  if (isMobile(digits) && isOne(run, '3,4,4', '3,3,5', '3,8', '7,4', '4,3,4', '4,4,3', '3,5,3'))
    return { ...place, mobile: digits }
  if (isLandline(run, lead)) return place
  if (n === 17) {
    const x = /^[\s.-]{0,2}x(?![a-z])/.exec(text.slice(to, to + 4))
    if (isIdNumber(`${digits}x`)) return { from, to: to + (x?.[0].length ?? 0) }
  }
  if (n === 18 && isIdNumber(digits)) return place
  const letter = /[a-z]{1,2}[ -]?$/.exec(lead)?.[0].length ?? 0
  if (n >= (letter ? 7 : 8) && ACCOUNT.test(lead) && !DATE.test(digits)) return { from: from - letter, to }
  if (NUMBER_OF_THINGS.test(lead)) return undefined
  if (n === 15 && isIdNumber(digits) && isOne(run, '6,6,3')) return place
  const cardlike = isOne(run, '4,4,4,4', '4,4,4,4,1', '4,4,4,4,2', '4,4,4,4,3', '4,15', '6,13')
  if (cardlike && (isCardNumber(digits) || /^62\d{14,17}$/.test(digits))) return place
  if (n <= 12 && CHAT.test(lead) && !/^ ?[元块分万度条]/.test(text.slice(to, to + 2))) return place
  const local = /^[2-8]\d{6,7}$/.test(digits) && !DATE.test(digits) && isOne(run, '3,4', '4,3', '4,4')
  return local && (CALLED_AT.test(lead) || THEN_CALL.test(text.slice(to, to + 6))) ? place : undefined
}

function isLandline({ digits, sizes, gaps }: Run, lead: string): boolean {
  if (lead.endsWith('+') && ABROAD.test(digits)) return true
  if (/^[34],[78]$/.test(sizes.join()) && DIALLED.test(digits)) return true
  if (!LANDLINE.test(digits)) return false
  const [first = 0] = sizes
  return gaps.length === 0 || first === 3 || first === 4 || sizes.every((size) => size === 1)
}

/** A mobile number in its usual parts, with a door right before or behind it: 502138 0013 8000. */
function gluedMobile(groups: readonly Group[], first: number): Found | undefined {
  const [one, two, three] = groups.slice(first, first + 3)
  if (!one || two?.gap === undefined) return undefined
  const [a, b, c] = [one.digits, two.digits, three?.gap === undefined ? '' : (three?.digits ?? '')]
  const head = a.slice(-3)
  if (a.length > 7) return undefined
  if (b.length === 4 && c.length >= 4 && c.length <= 8 && isMobile(head + b + c.slice(0, 4)))
    return { from: one.at + a.length - 3, to: (three as Group).at + 4, mobile: head + b + c.slice(0, 4) }
  if (b.length >= 8 && b.length <= 12 && isMobile(head + b.slice(0, 8)))
    return { from: one.at + a.length - 3, to: two.at + 8, mobile: head + b.slice(0, 8) }
  return undefined
}

/** A number that begins or ends a longer row of digits: 5021380013800. */
function insideOf({ digits, at }: Group, lead: string): Found | undefined {
  const n = digits.length
  for (let start = 0; start + 18 <= n; start++)
    if (isCheckedIdNumber(digits.slice(start, start + 18))) return { from: at + start, to: at + start + 18 }
  // SF1380013800138 is a parcel
  if (n < 12 || /[a-z]$/.test(lead) || NUMBER_OF_THINGS.test(lead)) return undefined
  if (n > 14 && n !== 22 && !/^(?:00)?86/.test(digits)) return undefined
  for (const start of [n - 11, 0]) {
    const mobile = digits.slice(start, start + 11)
    if (isMobile(mobile)) return { from: at + start, to: at + start + 11, mobile }
  }
  return undefined
}

/**
 * Whether free text holds a number by which somebody can be reached or known. Such text never leaves the phone
 * (`personalData`).
 */
export const holdsPersonalData = (text: string): boolean => found(normalised(text).text).length > 0

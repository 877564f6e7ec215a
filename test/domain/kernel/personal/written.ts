import { createDice, type Dice } from '../../../support/dice'

// Numbers as people may write them, and sentences around them, by dice.

const WAYS: readonly (readonly string[])[] = [
  [...'０１２３４５６７８９'],
  [...'零一二三四五六七八九'],
  [...'〇幺两三四五六七八九'],
  [...'零壹贰叁肆伍陆柒捌玖'],
  [...'⓪①②③④⑤⑥⑦⑧⑨'],
  [...'OI23456789'],
  [...'ol23456789'],
  ['0️⃣', '1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣'],
  [...'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
]
const SIGNS = [
  ' ',
  '-',
  '—',
  '.',
  '·',
  '_',
  '/',
  '，',
  '\u200b',
  '\u00a0',
  '\u3000',
  ' - ',
  '😀',
  '★',
  '~',
  '、',
  '\n',
  '..',
]

const pick = <T>(dice: Dice, list: readonly T[]) => dice.pick(list) as T
const digits = (dice: Dice, count: number) => Array.from({ length: count }, () => dice.roll(10)).join('')

function parted(dice: Dice, text: string, sizes: readonly number[]): string {
  const sign = pick(dice, SIGNS)
  let at = 0
  const parts = sizes.map((size) => {
    at += size
    return text.slice(at - size, at)
  })
  return parts.join(sign)
}

function inWay(dice: Dice, text: string): string {
  if (dice.chance(50)) return text
  const way = pick(dice, WAYS)
  return text.replace(/\d/g, (digit) => (dice.chance(85) ? (way[Number(digit)] ?? digit) : digit))
}

const MOBILE_SIZES = [[11], [11], [3, 4, 4], [3, 4, 4], [3, 8], [7, 4], [3, 3, 5], Array(11).fill(1)]
const ID_SIZES = [[18], [18], [6, 8, 4], [6, 4, 4, 4], Array(18).fill(1)]
const CARD_SIZES = [[16], [4, 4, 4, 4]]

function mobile(dice: Dice): string {
  const number = `1${pick(dice, [...'3456789'])}${digits(dice, 9)}`
  return (dice.chance(10) ? '+86 ' : '') + inWay(dice, parted(dice, number, pick(dice, MOBILE_SIZES)))
}

function idNumber(dice: Dice): string {
  const two = (most: number) => String(1 + dice.roll(most)).padStart(2, '0')
  const number = `4417${two(23)}19${30 + dice.roll(70)}${two(12)}${two(28)}${digits(dice, 3)}${dice.chance(10) ? 'X' : digits(dice, 1)}`
  return inWay(dice, parted(dice, number, pick(dice, ID_SIZES)))
}

function card(dice: Dice): string {
  const body = `62${digits(dice, 13)}`
  const sum = [...body].reverse().reduce((all, each, at) => {
    const digit = at % 2 === 0 ? Number(each) * 2 : Number(each)
    return all + (digit > 9 ? digit - 9 : digit)
  }, 0)
  return inWay(dice, parted(dice, `${body}${(10 - (sum % 10)) % 10}`, pick(dice, CARD_SIZES)))
}

const landline = (dice: Dice) =>
  inWay(
    dice,
    pick(dice, [
      `0662${pick(dice, ['-', ' ', '', '—', '－'])}${2 + dice.roll(7)}${digits(dice, 6)}`,
      `（0662）${2 + dice.roll(7)}${digits(dice, 2)} ${digits(dice, 4)}`,
      `座机${2 + dice.roll(7)}${digits(dice, 6)}`,
      `电话 ${2 + dice.roll(7)}${digits(dice, 2)}-${digits(dice, 4)}`,
    ]),
  )

const plate = (dice: Dice) =>
  `${pick(dice, ['粤', '桂', '湘', '京'])}${pick(dice, [...'AQKC'])}${pick(dice, ['', '·', ' ', '-', '•'])}${pick(dice, ['', 'A', 'D1'])}${digits(dice, 4)}${dice.roll(10)}`.slice(
    0,
    8,
  )

const other = (dice: Dice) =>
  pick(dice, [
    `护照E${digits(dice, 8)}`,
    `微信li_${digits(dice, 4)}`,
    `加v wang${digits(dice, 4)}`,
    `QQ ${1 + dice.roll(9)}${digits(dice, 7)}`,
    `zhang${digits(dice, 3)}@qq.com`,
    `账号 ${digits(dice, 12)}`,
  ])

/** What stands beside it, and must stay: doors, times, prices. */
const BESIDE = [
  '3栋502',
  '3-502',
  '502',
  '12-1-301',
  '下午3点后',
  '2号楼',
  '5斤米',
  '138元',
  '12座1单元301',
  '10人',
  '9:30前',
  '3月18日',
  '85岁',
]
const ASKED = ['门锁坏了', '想请人搬米', '厕所堵了', '灯不亮，麻烦师傅', '要人陪着去医院']
const LEADS = ['请打', '电话', '找我', '联系', '手机：', '', '有急事', '我的']

/** A text that holds such a number, and what of it is harmless. */
export function told(seed: number): { text: string; beside: string } {
  const dice = createDice(seed)
  const number = pick(dice, [mobile, mobile, mobile, idNumber, card, landline, plate, other])(dice)
  const beside = pick(dice, BESIDE)
  const gap = pick(dice, ['，', ' ', '。', '；'])
  const parts = pick(dice, [
    [pick(dice, ASKED), `${pick(dice, LEADS)}${number}`, beside],
    [beside, number],
    [number, beside],
    [`${pick(dice, LEADS)}${number}`, beside, pick(dice, ASKED)],
  ])
  return { text: parts.join(gap), beside }
}

/** A text full of numbers that are nobody's. */
export function harmless(seed: number): string {
  const dice = createDice(seed)
  const upTo = (most: number) => 1 + dice.roll(most)
  const hour = () => String(6 + dice.roll(15))
  const minute = () => pick(dice, ['00', '15', '30', '45'])
  const door = () => `${upTo(33)}0${upTo(8)}`
  const kinds: (() => string)[] = [
    () => `${upTo(20)}栋${upTo(4)}单元${door()}`,
    () => `${upTo(20)}-${upTo(4)}-${door()}`,
    () => `${upTo(20)}号楼`,
    () => [door(), door(), door()].join(pick(dice, ['、', '，', ' '])),
    () => `${hour()}:${minute()}-${hour()}:${minute()}`,
    () => `${hour()}.${minute()}-${hour()}.${minute()}`,
    () => `${hour()}点${minute()}分`,
    () => `2026-0${upTo(9)}-${10 + dice.roll(18)}`,
    () => `2026年${upTo(12)}月${upTo(28)}日`,
    () => `${upTo(12)}月${upTo(28)}号`,
    () => `03${10 + dice.roll(21)}-${10 + dice.roll(89)}`,
    () => `${upTo(2000)}元`,
    () => `¥${upTo(99)}.${10 + dice.roll(89)}`,
    () => `${upTo(60)}斤`,
    () => `${upTo(300)}*${upTo(300)}cm`,
    () => `${upTo(90)}岁`,
    () => `${upTo(40)}人`,
    () => pick(dice, ['12345', '95598', '110', '120', '12315', '400-800-1234', '10086']),
    () => `${upTo(400)}路`,
    () => `血压${110 + dice.roll(60)}/${60 + dice.roll(40)}`,
    () => `${upTo(99)}.${upTo(9)}%`,
    () => `电表${digits(dice, 5)}`,
    () => `阳东府〔20${10 + dice.roll(16)}〕${upTo(99)}号`,
    () => `iPhone ${upTo(16)}`,
    () => `邮编5299${digits(dice, 2)}`,
  ]
  const count = 2 + dice.roll(4)
  return Array.from({ length: count }, () => pick(dice, kinds)()).join(
    pick(dice, ['，', ' ', '、', '；', '。', ' 和 ']),
  )
}

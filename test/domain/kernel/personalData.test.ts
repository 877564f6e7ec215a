import { holdsPersonalData } from 'domain/kernel/personalData'
import { withoutPersonalData } from 'domain/kernel/withoutPersonalData'
import seen from './personal/seen.json'
import * as unseen from './personal/unseen'
import { harmless, told } from './personal/written'

const getOut = (texts: readonly string[]) => texts.filter((text) => !holdsPersonalData(text))
const refused = (texts: readonly string[]) => texts.filter(holdsPersonalData)
const percent = (part: readonly unknown[], whole: readonly unknown[]) => (part.length / whole.length) * 100
const many = Array.from({ length: 2000 }, (_, index) => index)

test('no text gets out that the rules were made by, and nothing harmless is refused', () => {
  expect(getOut(seen.told)).toEqual([])
  expect(refused(seen.harmless)).toEqual([])
})

test('of texts that they were not made by at most 5 of 100 get out, and 2 of 100 harmless ones are refused', () => {
  expect(percent(getOut(unseen.TOLD), unseen.TOLD)).toBeLessThanOrEqual(5)
  expect(percent(refused(unseen.HARMLESS), unseen.HARMLESS)).toBeLessThanOrEqual(2)
})

test('the same of 2,000 texts by dice', () => {
  const texts = many.map((seed) => told(seed).text)
  expect(percent(getOut(texts), texts)).toBeLessThanOrEqual(5)
  const others = many.map(harmless)
  expect(percent(refused(others), others)).toBeLessThanOrEqual(2)
})

test.each([
  ['请打 138 0013 8000 找我，3 栋 402', '请打 找我，3 栋 402', '13800138000'],
  ['住3栋50213800138000', '住3栋502', '13800138000'],
  ['1380013800023栋漏水', '23栋漏水', '13800138000'],
  ['打１\u200b３８ 〇〇13 八000，下午3点后', '打，下午3点后', '13800138000'],
  ['电话：+86 138-0013-8000。3栋', '电话。3栋', '13800138000'],
  ['陈姨138 0013 8000，王叔139 0013 9000', '陈姨，王叔', '13800138000'],
  ['（138）00138000，2号楼', '2号楼', '13800138000'],
  ['座机（0662）661 2345，9:30后', '座机，9:30后', undefined],
  ['身份证 44170419900101123x', '身份证', undefined],
  ['粤Q·A1234 3栋门口', '3栋门口', undefined],
  ['加微信xiaochen_88，或 chen88@qq.com', '加微信，或', undefined],
  ['下午 3 点', '下午 3 点', undefined],
  ['灯坏了\n13800138000\n3栋502', '灯坏了\n3栋502', '13800138000'],
  ['🧓🏽 灯坏了 1️⃣3️⃣8️⃣00138000 𰻝', '🧓🏽 灯坏了 𰻝', '13800138000'],
])('去掉号码 makes of «%s» «%s»', (text, rest, phone) => {
  expect(withoutPersonalData(text)).toEqual(phone ? { text: rest, phone } : { text: rest })
})

test('去掉号码 leaves what passes, and no door, time or price is gone', () => {
  const texts = [...seen.told, ...unseen.TOLD]
  expect(texts.filter((text) => holdsPersonalData(withoutPersonalData(text).text))).toEqual([])
  const wrong = many.map(told).filter(({ text, beside }) => {
    const rest = withoutPersonalData(text).text
    return holdsPersonalData(rest) || !rest.includes(beside)
  })
  expect(percent(wrong, many)).toBeLessThanOrEqual(2)
})

test('a text is looked through in a millisecond, and a hostile one in no time', () => {
  const long = '请把3栋2单元502的水管修一下，下午3点到5点在家，2026-03-18来过，花了138元。'
    .repeat(12)
    .slice(0, 500)
  const took = (text: string) => {
    const begun = performance.now()
    holdsPersonalData(text)
    return performance.now() - begun
  }
  const times = Array.from({ length: 200 }, () => took(long)).sort((a, b) => a - b)
  expect(times[100]).toBeLessThan(5)
  const parts = [
    '1',
    '1 ',
    '1-',
    '138 ',
    'a',
    'a1',
    'a@',
    'a.a',
    '粤q',
    '粤q1 ',
    '微信',
    '微a_',
    '\u200b',
    '1\u200b',
    '一',
    '0662-',
    '12:30 ',
    '1.123,',
    '车牌1',
    'e1234',
    '卡号',
    '：',
    ' ',
    '1（电',
    '🇨',
    '\ud800',
    '\u0301',
  ]
  for (const part of parts) expect(took(part.repeat(10_000 / part.length))).toBeLessThan(1500)
})

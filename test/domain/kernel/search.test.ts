import { found, searchWords } from 'domain/kernel/search'

test.each([
  ...[
    '112929',
    '1129-29',
    '１１２９－２９',
    '#1129-29',
    '＃1129–29',
    '1129—29',
    '1129−29',
    '1129 29',
    '1129 - 29',
  ],
  ...[
    '11 29 29',
    '1129_29',
    '1129.29',
    '1129/29',
    '1129一29',
    '1129ー29',
    'No.1129-29',
    '№1129-29',
    '单号：1129-29',
  ],
  ...[
    '單號1129-29',
    '1129-29号',
    '【1129-29】',
    '1129\u200b-29',
    '\u202d1129-29\u202c',
    '需求 1129-29',
    ' 1129-29 ',
  ],
])('the number of a need is found as «%s»', (q) => {
  expect(found(q, '帮忙搬米', '1129-29')).toBe(true)
  expect(found(q, '帮忙搬米', '1129-28')).toBe(false)
  expect(found(q, '29 栋楼道灯', '1129-12')).toBe(false)
})

test.each([
  ['帮忙，搬米'],
  ['搬米 帮忙'],
  ['幫忙'],
  ['幫忙搬米'],
  ['帮忙、搬米。'],
  ['“帮忙”'],
  ['帮忙/搬米'],
  ['帮忙-搬米'],
  ['帮\u200b忙'],
  ['⽶'],
  ['wi-fi'],
  ['ＷＩＦＩ'],
  ['wi fi'],
  ['Wi－Fi，帮忙'],
  ['5袋'],
  ['５ 袋'],
  ['⑤袋'],
  ['8：30'],
  ['830'],
  ['👍🏽'],
])('«%s» finds what it means', (q) => {
  expect(found(q, '请来帮忙：搬米（5 袋），装 Wi-Fi，8:30 到 👍')).toBe(true)
})

test('traditional characters in the text are found by simplified ones', () => {
  expect(found('帮忙 电脑', '想請人幫忙修電腦')).toBe(true)
})

test('each word must be found, and none reaches from one text into the next', () => {
  expect(found('帮忙，送餐', '帮忙搬米')).toBe(false)
  expect(found('搬米送餐', '帮忙搬米', '送餐上门')).toBe(false)
  expect(found('12，15', '12 月 15 日')).toBe(true)
})

test('nothing looked for finds everything, and signs alone find nothing', () => {
  for (const q of [undefined, '', '  ', '\u3000']) expect(found(q, '帮忙')).toBe(true)
  for (const q of ['，', '%', '_', '\\', '\u200b', '\u3164', '#-'])
    expect(found(q, '100%_帮忙\\')).toBe(false)
})

test('no word holds a sign that a database or an expression would read as something else', () => {
  expect(searchWords("100%_漏\\水' or ''=' .*[a]")).toEqual(['100', '漏', '水', 'or', 'a'])
})

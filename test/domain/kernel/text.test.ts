import { phone } from 'domain/kernel/phone'
import { cleaned, normalised, words } from 'domain/kernel/text'

test.each([
  '',
  '  \n',
  '\u3164\u3164',
  '\u200b',
  '\u2800 \u2800',
  '\u115f',
  '\u0301\u0301',
  '\ufe0f',
  '\u202e',
  '\ud83d',
  '\0',
  '\u{e0041}',
  '\u{1d173}',
  '\u{1d159}',
  '\u00ad\u2063',
  '\u3000',
])('what nobody sees is empty: %j', (said) => {
  expect(cleaned(said)).toBe('')
  expect(words(20).safeParse(said).success).toBe(false)
})

test.each([
  ['\u202d138 0013 8000\u202c', '138 0013 8000'],
  ['好\u202e了\u2066吗', '好了吗'],
  ['坏\ud83d了\udc4d', '坏了'],
  ['a\0b\x07c', 'abc'],
  ['\ufeff灯\u200b坏了\u3164 ', '灯坏了'],
  ['一行\r\n二行\u2028三行', '一行\n二行\n三行'],
  ['👨‍👩‍👧 要轮椅 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧 要轮椅 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['ئۇيغۇر می‌خواهم', 'ئۇيغۇر می‌خواهم'],
])('%j is kept as %j', (said, kept) => {
  expect(cleaned(said)).toBe(kept)
  expect(cleaned(kept)).toBe(kept)
})

test('a limit counts what a reader counts', () => {
  expect(words(3).safeParse('👨‍👩‍👧‍👦👍🏽𰻝').success).toBe(true)
  expect(words(3).safeParse('👨‍👩‍👧‍👦👍🏽𰻝好').success).toBe(false)
  expect(words(3).safeParse(' 三个字\u200b ').success).toBe(true)
})

test.each([
  ['１１２９－２９', '1129-29'],
  ['①③❽', '138'],
  ['1️⃣3️⃣8️⃣', '138'],
  ['１\u200b３', '13'],
  ['𝟏𝟑𝟖', '138'],
  ['١٣٨ १३८', '138 138'],
  ['粤Ｑ·Ａ', '粤q·a'],
  ['Café\nCAFE\u0301', 'cafe cafe'],
  ['㈱　ｶﾞ', '(株) カ'],
])('%s is compared as %s', (original, text) => expect(normalised(original).text).toBe(text))

test('of every sign it is known where it stood', () => {
  const original = '打１\u200b３𝟖⑩，Ａ'
  const { text, from } = normalised(original)
  expect(text).toBe('打13810,a')
  expect(from).toHaveLength(text.length + 1)
  expect(original.slice(from[1], from[6])).toBe('１\u200b３𝟖⑩')
  expect(from.at(-1)).toBe(original.length)
})

test('a megabyte of blanks holds nobody up', () => {
  const begun = performance.now()
  for (const part of [' ', '\u3164', '\u0301', 'a ', '\ud83d', '字'])
    words(500).safeParse(`x${part.repeat(1_000_000 / part.length)}x`)
  phone.safeParse('1'.repeat(1_000_000))
  expect(performance.now() - begun).toBeLessThan(3000)
})

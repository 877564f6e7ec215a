import { clipped, graphemesOf, lengthOf, startOf } from 'domain/kernel/grapheme'
import { titleOf } from 'domain/kernel/text'

const FAMILY = '👨‍👩‍👧‍👦'
const RARE = '𰻝'

test.each([
  ['刘䶮', 2],
  [`${RARE}${RARE}面`, 3],
  ['👍🏽', 1],
  [FAMILY, 1],
  ['🇨🇳🇭🇰', 2],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
  ['1️⃣3️⃣', 2],
  ['❤️‍🔥', 1],
  ['e\u0301a', 2],
  ['བོད་', 3],
  ['각', 1],
  ['a\r\nb', 3],
  ['', 0],
])('«%s» has %i characters', (text, count) => {
  expect(lengthOf(text)).toBe(count)
  expect(graphemesOf(text).join('')).toBe(text)
})

test('a reader is never shown half a character', () => {
  const words = `${'一'.repeat(22)}👍🏽${RARE}好`
  expect(clipped(words, 25)).toBe(words)
  expect(clipped(words, 24)).toBe(`${'一'.repeat(22)}👍🏽…`)
  expect(titleOf(`${'一'.repeat(22)}${FAMILY}${FAMILY}好了`)).toBe(`${'一'.repeat(22)}${FAMILY}…`)
  expect(startOf(`${RARE}${FAMILY}`, 1)).toBe(RARE)
})

test('a tower of marks counts as many, and any text is split in no time', () => {
  expect(lengthOf(`a${'\u0301'.repeat(10_000)}`)).toBeGreaterThan(1000)
  expect(lengthOf(`${FAMILY}\u200d`.repeat(2000))).toBeGreaterThan(1000)
  const begun = performance.now()
  for (const each of ['\u200d', '\u0301', '🇨', '👍🏽', '\ud800', 'a\u0301']) lengthOf(each.repeat(10_000))
  expect(performance.now() - begun).toBeLessThan(500)
})

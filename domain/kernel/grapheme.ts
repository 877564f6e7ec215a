// What a reader takes for one character. Older WebKit and WeChat's own runtimes have no Intl.Segmenter.

/** What joins the character before it: marks, variation selectors, skin tones, tags of flags, jamo. */
const JOINS = '[\\p{M}\\u200c\\u1160-\\u11ff\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]'
/** Bounded, so that a tower of marks counts as many: what is short to read is short to store, too. */
const GRAPHEME = new RegExp(
  `\\r\\n|[\\u{1f1e6}-\\u{1f1ff}]{2}${JOINS}?|[^]${JOINS}{0,6}(?:\\u200d[^]${JOINS}{0,2}){0,4}`,
  'gu',
)
/** Texts in which each code unit is a character: nearly all. */
const PLAIN = /^[\n -\u02ff\u2010-\u2027\u3000-\u3029\u4e00-\u9fff\uff00-\uff60]*$/

export const graphemesOf = (text: string): string[] =>
  PLAIN.test(text) ? text.split('') : (text.match(GRAPHEME) ?? [])

/** How many characters a reader counts. */
export const lengthOf = (text: string): number => (PLAIN.test(text) ? text.length : graphemesOf(text).length)

/** No character is longer, so that what is far too long is not counted. */
const LONGEST = 42

export const fits = (text: string, most: number): boolean =>
  text.length <= most || (text.length <= most * LONGEST && lengthOf(text) <= most)

/** The first characters of it, none of them halved. */
export const startOf = (text: string, count: number): string =>
  text.length <= count ? text : graphemesOf(text).slice(0, count).join('')

/** The same text where it is short enough, otherwise as much of it as leaves room for the sign that says so. */
export const clipped = (text: string, most: number): string =>
  fits(text, most) ? text : `${startOf(text, most - 1)}…`

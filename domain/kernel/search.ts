import { simplified } from './simplified'
import { normalised } from './text'

/** What is neither letter nor digit nor a picture such as 👍: it says nothing of its own. */
const UNSAID = /[^\p{L}\p{M}\p{N}\p{So}]+/gu
/** What may stand inside a word or a number and part nothing there: Wi-Fi, 0318-07, 8:30, 1129－29. */
const JOINTS = /([0-9]) ?[\p{Pd}\p{Pc}\p{Sm}.:/·ー一] ?(?=[0-9])|([a-z])[\p{Pd}\p{Pc}.'](?=[a-z])/gu
/** The number of a need, `MMDD-NN` as the server counts them, and what people say before and after it. */
const NEED_NUMBER =
  /^(?:需求|工单|单号|编号|单|第|no|n)*((?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{2,4})[号单]*$/u

/** One form for every way to write the same. */
const folded = (text: string) => simplified(normalised(text).text).replace(JOINTS, '$1$2')

/** What a text is searched by: its letters and digits alone, so that no comma and no space stands between. */
const plain = (text: string) => folded(text).replace(UNSAID, '')

/** Texts as they are kept for a search; no word reaches from one into the next. */
export const searchForm = (texts: readonly (string | undefined)[]): string =>
  texts
    .map((text) => plain(text ?? ''))
    .filter(Boolean)
    .join('\n')

/**
 * The words that somebody looks for, each in the form of `searchForm`: of 帮忙，搬米 two, of `#1129-29` and
 * `１１２９ ２９` the one number of a need. None where nothing was said that could be found.
 */
export function searchWords(q: string): string[] {
  const number = NEED_NUMBER.exec(plain(q))?.[1]
  if (number) return [number]
  return [...new Set(folded(q).replace(UNSAID, ' ').split(' ').filter(Boolean))]
}

/**
 * What tells whether something in the form of `searchForm` holds every word of `q`, wherever.
 * @param q undefined or blank: nothing is looked for, and everything will do
 */
export function finderOf(q: string | undefined): (searched: string) => boolean {
  if (!q?.trim()) return () => true
  const words = searchWords(q)
  return (searched) => words.length > 0 && words.every((word) => searched.includes(word))
}

/** Whether one of the texts, or all together, hold what is looked for. For lists that are short. */
export const found = (q: string | undefined, ...texts: (string | undefined)[]): boolean =>
  finderOf(q)(searchForm(texts))

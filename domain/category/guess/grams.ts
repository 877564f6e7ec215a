import { simplified } from '../../kernel/simplified'
import { normalised } from '../../kernel/text'
import forms from './forms.json'

const plainForms = new Map(
  Object.entries(forms).flatMap(([plain, said]) => said.split(' ').map((form) => [form, plain] as const)),
)
/** Longer forms first: 单车 is no 车. */
const anyForm = new RegExp([...plainForms.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** One way to say it: 我屋企冇電 becomes 我家里没电. What is no word is a space. */
export const plainWords = (text: string): string =>
  simplified(normalised(text).text)
    .replace(anyForm, (form) => plainForms.get(form) ?? form)
    .replace(/[^a-z\u4e00-\u9fff]+/g, ' ')

/** How many numbers there are for grams: so many that two which matter seldom share one. */
export const GRAMS = 1 << 16

/** FNV-1a */
function numberOf(gram: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < gram.length; at++) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) & (GRAMS - 1)
}

/**
 * What a text is known by, each once and as a number: its characters, and the pairs of neighbouring ones, such as
 * 漏水: the words of a language that writes none apart. @param pairs without single characters
 */
export function gramsOf(text: string, pairs = false): Set<number> {
  const plain = plainWords(text)
  const grams = new Set<number>()
  for (let at = 0; at < plain.length; at++) {
    const pair = plain.slice(at, at + 2)
    if (pair.startsWith(' ')) continue
    if (!pairs) grams.add(numberOf(pair.slice(0, 1)))
    if (pair.length === 2 && !pair.endsWith(' ')) grams.add(numberOf(pair))
  }
  return grams
}

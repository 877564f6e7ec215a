import { cleaned } from 'domain/kernel/text'

/** What is said with a rating: of what was good, or of what was not. */
export const praiseFor = (score: number): readonly string[] =>
  score > 2 ? ['准时', '仔细', '和气'] : ['来得晚', '没办好', '不够仔细', '态度不好']

/** Tapped and written words as one note: 准时、仔细。下次还找他 */
export const noteOf = (picked: readonly string[], words: string): string =>
  [picked.join('、'), cleaned(words)].filter(Boolean).join('。')

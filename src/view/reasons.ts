import type { NeedAction } from 'domain/moves'
import { cleaned } from 'domain/text'

/** What people say most, to tap instead of typing; nobody has to. */
const REASONS: Partial<Record<NeedAction, readonly string[]>> = {
  withdraw: ['已经解决了', '时间不合适', '找到别人帮忙了'],
  decline: ['时间排不开', '这个我不会', '离得太远'],
  release: ['临时有事', '缺工具材料', '这个我办不了', '联系不上人'],
  reopen: ['没办好', '又坏了', '只办了一半'],
}
export const reasonsFor = (action: NeedAction): readonly string[] => REASONS[action] ?? []

/** What is said with a rating: of what was good, or of what was not. */
export const praiseFor = (score: number): readonly string[] =>
  score > 2 ? ['准时', '仔细', '和气'] : ['来得晚', '没办好', '不够仔细', '态度不好']

/** Tapped and written words as one note: 准时、仔细。下次还找他 */
export const noteOf = (picked: readonly string[], words: string): string =>
  [picked.join('、'), cleaned(words)].filter(Boolean).join('。')

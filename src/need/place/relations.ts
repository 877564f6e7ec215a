/** 给谁: oneself, an old person, anybody else. */
export type ForWhom = 'self' | 'elder' | 'other'

export const FOR_WHOM: { value: ForWhom; text: string }[] = [
  { value: 'self', text: '本人' },
  { value: 'elder', text: '代老人' },
  { value: 'other', text: '代他人' },
]

type Another = Exclude<ForWhom, 'self'>

/** To who collects in the field, such as at the door of somebody without a phone. */
const IN_MY_GRID: Record<Another, string> = { elder: '网格里的老人', other: '网格里的住户' }

/** What the other is to the placer. */
const RELATIONS: Record<Another, readonly string[]> = {
  elder: ['父母', '爷爷奶奶', '外公外婆', '邻居老人', '结对老人'],
  other: ['孩子', '爱人', '亲戚', '邻居', '结对家庭'],
}

export const relationsFor = (whom: Another, collects: boolean): readonly string[] =>
  collects ? [IN_MY_GRID[whom], ...RELATIONS[whom]] : RELATIONS[whom]

/** What is said of them on the form. */
export const ASKS: Record<Another, { who: string; example: string; knows: string }> = {
  elder: { who: '怎么称呼老人', example: '比如：黄伯、三婆', knows: '老人知道这件事吗' },
  other: { who: '怎么称呼对方', example: '比如：王女士、李老师', knows: '对方知道这件事吗' },
}

export const forWhomOf = (relation: string): Another =>
  relationsFor('other', true).includes(relation) ? 'other' : 'elder'

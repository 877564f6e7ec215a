/** 给谁: oneself, an old person, anybody else. */
export type ForWhom = 'self' | 'elder' | 'other'

export const FOR_WHOM: { value: ForWhom; text: string }[] = [
  { value: 'self', text: '本人' },
  { value: 'elder', text: '代老人' },
  { value: 'other', text: '代他人' },
]

/** What the other is to the placer. */
export const RELATIONS: Record<Exclude<ForWhom, 'self'>, readonly string[]> = {
  elder: ['父母', '爷爷奶奶', '外公外婆', '邻居老人', '结对老人'],
  other: ['孩子', '爱人', '亲戚', '邻居', '结对家庭'],
}

export const forWhomOf = (relation: string): ForWhom =>
  RELATIONS.other.includes(relation) ? 'other' : 'elder'

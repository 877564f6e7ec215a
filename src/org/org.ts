import type { OrgKind } from 'domain/org/org'

const LETTERS: Record<OrgKind, string> = {
  village: '村',
  unit: '单',
  twoNew: '企',
  gridBranch: '支',
  team: '组',
  unknown: '组',
}

/** In the place of a person's first character. */
export const orgLetter = (kind: OrgKind): string => LETTERS[kind] ?? LETTERS.unknown

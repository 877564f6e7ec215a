import type { Category } from 'domain/category/category'

const SHOWN = 5

/** The categories to show without opening the sheet: one of each group first, and always the chosen one. */
export function shortlist(of: readonly Category[], chosen: string | undefined): Category[] {
  if (of.length <= SHOWN + 1) return [...of]
  const firsts = of.filter((each, at) => of.findIndex(({ group }) => group === each.group) === at)
  const shown = firsts.slice(0, SHOWN)
  const picked = of.find(({ code }) => code === chosen)
  if (picked && !shown.includes(picked)) return [picked, ...shown.slice(0, SHOWN - 1)]
  return shown
}

export function groupsOf(of: readonly Category[]): { group: string; categories: Category[] }[] {
  const names = [...new Set(of.map(({ group }) => group))]
  return names.map((group) => ({ group, categories: of.filter((each) => each.group === group) }))
}

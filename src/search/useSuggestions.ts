import { useCommunity } from '@/store/appState'
import { categoryOf } from '@/store/catalogue'
import { useResources, useServices } from '@/store/lists'

const MOST = 10

/** What the community in view offers, by category, most of it first. */
export function useSuggestions(): string[] {
  const area = useCommunity() ?? 'nowhere'
  const offers = [...useServices({ area }), ...useResources({ area })]
  const counts = new Map<string, number>()
  for (const { categoryCode } of offers) {
    const { name } = categoryOf(categoryCode)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([name]) => name)
}

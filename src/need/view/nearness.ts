import type { AreaCode } from 'domain/kernel/area'
import { type Nearness, nearnessTo } from 'domain/need/matching'
import { areaText, locationText } from '@/area/areaNames'

interface Lies {
  communityCode: AreaCode
  gridCode?: AreaCode | undefined
}

const NEARNESS_NAMES = { grid: '同一网格', community: '同社区', town: '邻近社区' } as const

const RANKS: Record<Nearness, number> = { grid: 0, community: 1, town: 2, far: 3 }

/** Nearest first. */
export const byNearness = (home: AreaCode) => (a: Lies, b: Lies) =>
  RANKS[nearnessTo([home], a)] - RANKS[nearnessTo([home], b)]

/**
 * Where a row of a list lies, and how near that is to who lives here: 湖东片 · 同社区.
 * @param community the one in view
 */
export function whereText(
  areas: Parameters<typeof areaText>[0],
  lies: Lies,
  community: AreaCode,
  home: AreaCode | undefined,
): string | undefined {
  const near = home ? nearnessTo([home], lies) : 'far'
  if (near === 'far') return locationText(areas, lies, community)
  const place = near === 'town' ? undefined : areaText(areas, lies.gridCode)
  return [place ?? areaText(areas, lies.communityCode), NEARNESS_NAMES[near]].filter(Boolean).join(' · ')
}

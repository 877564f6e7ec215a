import type { AreaCode } from 'domain/kernel/area'
import { searchWords } from 'domain/kernel/search'
import type { NeedSummary } from 'domain/need/needRow'
import { isOpen } from 'domain/need/status'
import { useEffect, useState } from 'react'
import { fetchNeeds, fetchResources, fetchServices } from '@/client'
import { townOf } from '@/lists/filters'
import { useHome } from '@/lists/useHome'
import { type Pages, usePages } from '@/lists/usePages'
import { useNeeds } from '@/need/store/needs'
import { byNearness } from '@/need/view/nearness'
import { useCommunity } from '@/store/appState'
import { useResources, useServices } from '@/store/lists'

/** So long somebody may pause between two keys before the server is asked. */
const PAUSE_MS = 400

/** The words, once nothing has been typed for a moment. */
function usePaused(q: string): string {
  const [paused, setPaused] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setPaused(q), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [q])
  return paused
}

interface Search {
  needs: string[]
  resources: string[]
  services: string[]
  /** The server is being asked. */
  busy: boolean
  /** Why it gave nothing. */
  trouble: string | undefined
  more: Record<'needs' | 'resources' | 'services', (() => void) | undefined>
  again: () => void
}

/** Ids of what holds the words: of what the phone holds at once, and then what the server knows in the town. */
export function useSearch(q: string): Search {
  const paused = usePaused(q)
  const community = useCommunity()
  const says = searchWords(q).length > 0 // of signs alone there is nothing to ask
  const asked = community && says && paused === q ? { area: townOf(community), q } : undefined
  const needPages = usePages(fetchNeeds, asked)
  const resourcePages = usePages(fetchResources, asked)
  const servicePages = usePages(fetchServices, asked)
  const all: Pages[] = [needPages, resourcePages, servicePages]

  const near = useNear(community)
  const needs = useNeeds({ q, listed: true }).map(({ summary }) => summary)
  const openFirst = (a: NeedSummary, b: NeedSummary) => Number(isOpen(b)) - Number(isOpen(a))
  const resources = useResources({ q })
  const services = useServices({ q })
  const trouble = all.find((pages) => pages.trouble)?.trouble
  return {
    needs: joined(
      needs.sort((a, b) => openFirst(a, b) || near(a, b)),
      needPages,
    ),
    resources: joined([...resources].sort(near), resourcePages),
    services: joined([...services].sort(near), servicePages),
    busy: paused !== q || all.some((pages) => pages.busy),
    trouble,
    more: { needs: needPages.more, resources: resourcePages.more, services: servicePages.more },
    again: () => {
      for (const pages of all) if (pages.trouble) pages.again()
    },
  }
}

/** Near to home, or for a guest to the community in view. */
function useNear(community: AreaCode | undefined) {
  const home = useHome()
  return byNearness(home ?? community ?? '')
}

const joined = (held: readonly { id: string }[], { ids }: Pages): string[] => [
  ...new Set([...held.map(({ id }) => id), ...ids]),
]

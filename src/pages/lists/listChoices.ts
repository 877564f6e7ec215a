import type { AreaCode } from 'domain/area'
import type { NeedKind } from 'domain/category'
import type { NeedStatus } from 'domain/need'
import { create } from 'zustand'
import type { ListName } from '@/components/ListTabs'
import { storage } from '@/platform/storage'

/** What somebody has chosen to see of one list; left out: all of the community in view. */
export interface Choices {
  /** A grid of the community, or its town or district. */
  area?: AreaCode | undefined
  status?: NeedStatus | undefined
  kind?: NeedKind | undefined
  categoryCode?: string | undefined
  order?: 'newest' | 'deadline'
}

interface Lists {
  list: ListName
  choices: Record<ListName, Choices>
  /** Of the list in front; never kept. */
  q: string
  searching: boolean
}

const KEY = 'xf/lists'

export const useLists = create<Lists>(() => ({
  list: 'need',
  choices: { need: { status: 'dispatched' }, resource: {}, service: {} },
  q: '',
  searching: false,
  ...kept(),
}))

function kept(): Partial<Lists> {
  try {
    return JSON.parse(storage.get(KEY) ?? '{}')
  } catch {
    return {} // torn while being written
  }
}

function keep() {
  const { list, choices } = useLists.getState()
  try {
    storage.set(KEY, JSON.stringify({ list, choices }))
  } catch {
    // A full phone forgets a filter, nothing more.
  }
}

/** Brings one of the three lists to the front, here and for whoever comes by a link to it. */
export function showList(list: ListName): void {
  useLists.setState({ list, q: '', searching: false })
  keep()
}

/** Narrows or widens the list in front. */
export function choose(changes: Choices): void {
  const { list, choices } = useLists.getState()
  useLists.setState({ choices: { ...choices, [list]: { ...choices[list], ...changes } } })
  keep()
}

export const search = (q: string) => useLists.setState({ q })
export const toggleSearch = () => useLists.setState(({ searching }) => ({ searching: !searching, q: '' }))

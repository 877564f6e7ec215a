import type { NeedKind } from 'domain/category/category'
import type { AreaCode } from 'domain/kernel/area'
import { type NeedStatus, OFFERED } from 'domain/need/status'
import { create } from 'zustand'
import type { DayChoice } from '@/format/days'
import { setIfRoom } from '@/platform/setIfRoom'
import { storage } from '@/platform/storage'
import { useAppState } from '@/store/appState'
import type { ListName } from '@/ui/ListTabs'

/** `grid` and `town` are those of the person's home and of the community in view. */
export type Scope = 'grid' | 'town' | 'district'
export type ListSort = 'near' | 'newest' | 'deadline'

/** What somebody has chosen to see of one list; left out: all of the community in view. */
export interface Choices {
  scope?: Scope | undefined
  /** One grid of the community in view. */
  grid?: AreaCode | undefined
  status?: NeedStatus | undefined
  kind?: NeedKind | undefined
  categoryCode?: string | undefined
  when?: DayChoice | undefined
  order?: ListSort | undefined
}

interface Lists {
  list: ListName
  choices: Record<ListName, Choices>
  /** How many rows have come a moment ago; never kept. */
  come: number
}

const AT_FIRST: Pick<Lists, 'list' | 'choices'> = {
  list: 'need',
  choices: { need: { status: OFFERED[0] }, resource: {}, service: {} },
}

const keyOf = (person: { id: string } | undefined) => `xf/lists/${person?.id ?? 'guest'}`

let key = keyOf(useAppState.getState().person)

export const useLists = create<Lists>(() => ({ ...kept(), come: 0 }))

/** Each person's own, over restarts. */
useAppState.subscribe(({ person }) => {
  const theirs = keyOf(person)
  if (theirs === key) return
  key = theirs
  useLists.setState(kept())
})

function kept(): Pick<Lists, 'list' | 'choices'> {
  try {
    const { list, choices } = JSON.parse(storage.get(key) ?? '{}')
    return {
      list: list ?? AT_FIRST.list,
      choices: { ...AT_FIRST.choices, ...choices },
    }
  } catch {
    return AT_FIRST // torn while being written
  }
}

/** A full phone forgets a filter, nothing more. */
function keep() {
  const { list, choices } = useLists.getState()
  setIfRoom(storage, key, JSON.stringify({ list, choices }))
}

/** Brings one of the three lists to the front, here and for whoever comes by a link to it. */
export function showList(list: ListName): void {
  useLists.setState({ list, come: 0 })
  keep()
}

/** Narrows or widens the list in front. */
export function choose(changes: Choices): void {
  const { list, choices } = useLists.getState()
  useLists.setState({ choices: { ...choices, [list]: { ...choices[list], ...changes } } })
  keep()
}

export const setCome = (come: number) => useLists.setState({ come })

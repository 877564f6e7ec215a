import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import type { ListName } from '@/ui/ListTabs'
import { Skeleton } from '@/ui/Skeleton'
import { ListEnd } from './ListEnd'
import { LongList } from './LongList'
import { setCome } from './listChoices'
import { NothingFound } from './NothingFound'
import { positionIn } from './positions'
import type { Pages } from './usePages'

interface ListRowsProps<T> {
  list: ListName
  /** Tells one filter from another. */
  filterKey: string
  ids: readonly string[]
  rowOf: (id: string) => T | undefined
  draw: (row: T, fresh: boolean) => ReactNode
  newText: (count: number) => string
  /** Asked of the server page by page, where the phone does not hold the rows. */
  far: boolean
  pages: Pages
  end?: string
}

/** One of the three lists in each of its states: on its way, out of reach, empty, or its rows. */
export function ListRows<T>({ list, filterKey, ids, far, pages, end, ...draws }: ListRowsProps<T>) {
  const filling = useFilling()
  if (ids.length > 0) {
    return (
      <LongList
        key={filterKey}
        ids={ids}
        live={!far}
        place={positionIn(list, filterKey)}
        end={<ListEnd pages={pages} text={pages.more ? undefined : end} />}
        onCome={setCome}
        {...draws}
      />
    )
  }
  if (far && pages.busy) return <Skeleton />
  // of the pages so far none may hold what fits, and the next may
  if (far && (pages.trouble || pages.more)) return <ListEnd pages={pages} />
  if (!far && filling !== 'filled') return <NothingYet filling={filling} />
  return (
    <View>
      <NothingFound list={list} far={far} />
    </View>
  )
}

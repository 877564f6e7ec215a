import type { AreaCode } from 'domain/kernel/area'
import { useMemo } from 'react'
import { fetchNeeds } from '@/client'
import { dayStart, suits } from '@/format/days'
import { type NeedFilter, useNeeds, useNeedsOf } from '@/need/store/needs'
import { byNearness } from '@/need/view/nearness'
import { useTimed } from '@/store/clock'
import { type NeedView, useRecords } from '@/store/records'
import { ListedNeed } from './cards'
import { sortOf } from './FilterSheet'
import { areaOf } from './filters'
import { ListRows } from './ListRows'
import type { Choices } from './listChoices'
import { usePages } from './usePages'

interface ListProps {
  choices: Choices
  community: AreaCode
  home: AreaCode | undefined
}
const NOWHERE: NeedFilter = { area: 'nowhere' }

/** 需求清单 */
export function NeedList({ choices, community, home }: ListProps) {
  const { area, far } = areaOf(choices, community, home)
  const { status, kind, categoryCode, when } = choices
  const order = sortOf(choices, home)
  const filter: NeedFilter = { area, statuses: status && [status], kind, categoryCode, listed: true }
  const held = useNeeds(far ? NOWHERE : filter, order === 'deadline' ? order : 'newest')
  const pages = usePages(fetchNeeds, far ? { area, status, kind, category: categoryCode } : undefined)
  const found = useNeedsOf(pages.ids)
  const needs = useRecords((records) => records.needs)
  const views = far ? found : held

  const today = useTimed(dayStart, [])
  const ids = useMemo(() => {
    const fitting = when ? views.filter(({ summary }) => suits(summary, when, today)) : views
    const near = home && order === 'near' && !far && byNearness(home)
    return (near ? [...fitting].sort((a, b) => near(a.summary, b.summary)) : fitting).map(idOf)
  }, [views, when, today, home, order, far])

  return (
    <ListRows
      list='need'
      filterKey={JSON.stringify({ ...filter, when, order })}
      ids={ids}
      rowOf={(id) => needs[id]}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 件新需求`}
      end='门牌和电话不在清单里显示，接单后才看得到'
      draw={(view, fresh) => <ListedNeed view={view} fresh={fresh} />}
    />
  )
}

const idOf = ({ need }: NeedView) => need.id

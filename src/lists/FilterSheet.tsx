import { type AreaCode, contains, saidName } from 'domain/kernel/area'
import type { NeedStatus } from 'domain/need/status'
import type { DayChoice } from '@/format/days'
import { useArea, useAreas } from '@/store/lists'
import type { ListName } from '@/ui/ListTabs'
import { type Filter, scopeText } from './Filters'
import { ANY, categoryChoice, categoryGroups, statusGroups, townOf, whenGroups } from './filters'
import { type Choices, choose, type ListSort, type Scope } from './listChoices'
import { PickSheet } from './PickSheet'

interface FilterSheetProps {
  filter: Filter
  list: ListName
  choices: Choices
  community: AreaCode
  home: AreaCode | undefined
  onClose: () => void
}

const set = <V extends string>(value: string): V | undefined => (value === ANY ? undefined : (value as V))

export function FilterSheet({ filter, list, choices, community, home, onClose }: FilterSheetProps) {
  if (filter === 'scope') {
    return <ScopeSheet list={list} choices={choices} community={community} home={home} onClose={onClose} />
  }
  if (filter === 'status') {
    return (
      <PickSheet
        title='办到哪一步'
        groups={statusGroups()}
        value={choices.status ?? ANY}
        onPick={(value) => choose({ status: set<NeedStatus>(value) })}
        onClose={onClose}
      />
    )
  }
  if (filter === 'when') {
    return (
      <PickSheet
        title={list === 'need' ? '什么时候去' : '哪天开始'}
        groups={whenGroups()}
        value={choices.when ?? ANY}
        onPick={(value) => choose({ when: set<DayChoice>(value) })}
        onClose={onClose}
      />
    )
  }
  if (filter === 'category') {
    return (
      <PickSheet
        title='哪一类'
        groups={categoryGroups(list)}
        value={choices.categoryCode ?? choices.kind ?? ANY}
        onPick={(value) => choose(categoryChoice(value))}
        onClose={onClose}
      />
    )
  }
  return (
    <PickSheet
      title='怎么排'
      groups={[{ options: ordersFor(home) }]}
      value={sortOf(choices, home)}
      onPick={(order) => choose({ order })}
      onClose={onClose}
    />
  )
}

export const SORT_NAMES: Record<ListSort, string> = {
  near: '离我最近',
  newest: '最新发布',
  deadline: '最快到时间',
}

/** Near is measured from home. */
const ordersFor = (home: AreaCode | undefined) =>
  (['near', 'newest', 'deadline'] as const)
    .filter((order) => order !== 'near' || home)
    .map((order) => ({ value: order, text: SORT_NAMES[order] }))

export const sortOf = ({ order }: Choices, home: AreaCode | undefined): ListSort =>
  home ? (order ?? 'near') : order === 'deadline' ? order : 'newest'

function ScopeSheet({ list, choices, community, home, onClose }: Omit<FilterSheetProps, 'filter'>) {
  const town = useArea(townOf(community))
  const grids = useAreas(community, 'grid')
  const atHome = home !== undefined && contains(community, home)
  const around: { value: string; text: string }[] = [
    ...(atHome && list === 'need' ? [{ value: 'grid', text: '同一网格' }] : []),
    { value: ANY, text: scopeText({}, atHome, undefined) },
    { value: 'town', text: town ? `邻近社区（全${saidName(town.name)}）` : '邻近社区' },
    { value: 'district', text: '全区' },
  ]
  // Services and resources are a whole community's.
  const parts = list === 'need' ? grids.filter(({ code }) => code !== home) : []
  const pick = (value: string) => {
    const part = parts.find(({ code }) => code === value)
    choose(part ? { scope: undefined, grid: part.code } : { scope: set<Scope>(value), grid: undefined })
  }
  return (
    <PickSheet
      title='看哪里的'
      groups={[
        { title: '多大范围', options: around },
        ...(parts.length > 0
          ? [{ title: '只看一片', options: parts.map(({ code, name }) => ({ value: code, text: name })) }]
          : []),
      ]}
      value={choices.scope ?? choices.grid ?? ANY}
      onPick={pick}
      onClose={onClose}
    />
  )
}

import { type AreaCode, saidName } from 'domain/area'
import { findCategory, KIND_NAMES } from 'domain/category'
import { type NeedStatus, STATUS_NAMES } from 'domain/need'
import { BRAND } from '@/brand'
import { type Chip, Chips } from '@/components/Chips'
import type { ListName } from '@/components/ListTabs'
import { useArea, useAreas } from '@/store/lists'
import { ANY, areaIn, categoryChoice, categoryGroups, statusGroups, townOf } from './filters'
import { type Choices, choose } from './listChoices'
import { PickSheet } from './PickSheet'

export type Filter = 'area' | 'status' | 'category' | 'order'

interface FilterChipsProps {
  list: ListName
  choices: Choices
  community: AreaCode
  onOpen: (filter: Filter) => void
}

/** 筛选: what is set can be cleared by a tap, what is not opens its sheet. */
export function FilterChips({ list, choices, community, onOpen }: FilterChipsProps) {
  const area = areaIn(community, choices.area)
  const chosen = useArea(area)
  const { status, kind, categoryCode } = choices
  const category = categoryCode ? findCategory(categoryCode)?.name : kind && KIND_NAMES[kind]
  const chips = [
    chipOf('area', area === community ? undefined : chosen && saidName(chosen.name), '全社区'),
    ...(list === 'need' ? [chipOf('status', status && STATUS_NAMES[status], '进度')] : []),
    chipOf('category', category, '类型'),
  ]
  const CLEAR: Record<string, Choices> = {
    area: { area: undefined },
    status: { status: undefined },
    category: { kind: undefined, categoryCode: undefined },
  }
  const tap = (key: string) => {
    const on = chips.some((chip) => chip.key === key && chip.on)
    if (on) choose(CLEAR[key] ?? {})
    else onOpen(key as Filter)
  }
  return <Chips scroll label='筛选' chips={chips} onTap={tap} />
}

const chipOf = (key: Filter, set: string | undefined, unset: string): Chip =>
  set === undefined
    ? { key, text: unset, on: false, ends: 'menu' }
    : { key, text: set, on: true, ends: 'clear' }

interface FilterSheetProps {
  filter: Filter
  list: ListName
  choices: Choices
  community: AreaCode
  onClose: () => void
}

export function FilterSheet({ filter, list, choices, community, onClose }: FilterSheetProps) {
  if (filter === 'area') {
    return <AreaSheet list={list} choices={choices} community={community} onClose={onClose} />
  }
  if (filter === 'status') {
    return (
      <PickSheet
        title='办到哪一步'
        groups={statusGroups()}
        value={choices.status ?? ANY}
        onPick={(value) => choose({ status: value === ANY ? undefined : (value as NeedStatus) })}
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
      groups={[{ options: [...ORDERS] }]}
      value={choices.order ?? 'newest'}
      onPick={(order) => choose({ order })}
      onClose={onClose}
    />
  )
}

export const ORDERS = [
  { value: 'newest', text: '最新发布' },
  { value: 'deadline', text: '最快到时间' },
] as const

function AreaSheet({ list, choices, community, onClose }: Omit<FilterSheetProps, 'filter'>) {
  const town = useArea(townOf(community))
  const district = useArea(BRAND.districtCode)
  const own = useArea(community)
  const grids = useAreas(community, 'grid')
  const around = [
    { value: community, text: own ? saidName(own.name) : '全社区' },
    ...(town ? [{ value: town.code, text: `全${saidName(town.name)}` }] : []),
    ...(district ? [{ value: district.code, text: `全${district.name}` }] : []),
  ]
  const groups = [
    { title: '多大范围', options: around },
    // Services and resources are a whole community's.
    ...(list === 'need' && grids.length > 0
      ? [{ title: '只看一片', options: grids.map(({ code, name }) => ({ value: code, text: name })) }]
      : []),
  ]
  return (
    <PickSheet
      title='看哪里的'
      groups={groups}
      value={areaIn(community, choices.area)}
      onPick={(area) => choose({ area: area === community ? undefined : area })}
      onClose={onClose}
    />
  )
}

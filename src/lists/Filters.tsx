import { KIND_NAMES } from 'domain/category/category'
import { STATUSES } from 'domain/need/status'
import { areaText } from '@/area/areaNames'
import { DAY_CHOICE_NAMES } from '@/format/days'
import { findCategory } from '@/store/catalogue'
import { useRecords } from '@/store/records'
import { type Chip, Chips } from '@/ui/Chips'
import type { ListName } from '@/ui/ListTabs'
import { type Choices, choose } from './listChoices'

export type Filter = 'scope' | 'status' | 'category' | 'when' | 'order'

interface FilterChipsProps {
  list: ListName
  choices: Choices
  /** The community in view is where this person lives. */
  atHome: boolean
  onOpen: (filter: Filter) => void
}

const CLEAR: Record<string, Choices> = {
  status: { status: undefined },
  category: { kind: undefined, categoryCode: undefined },
  when: { when: undefined },
}

/** 筛选: what is set can be cleared by a tap, what is not opens its sheet. How far one looks is always set. */
export function FilterChips({ list, choices, atHome, onOpen }: FilterChipsProps) {
  const areas = useRecords((records) => records.areas)
  const { status, kind, categoryCode, when } = choices
  const category = categoryCode ? findCategory(categoryCode)?.name : kind && KIND_NAMES[kind]
  const chips: Chip[] = [
    { key: 'scope', text: scopeText(choices, atHome, areaText(areas, choices.grid)), on: true },
    ...(list === 'need' ? [chipOf('status', status && STATUSES[status].name, '进度')] : []),
    chipOf('category', category, '类型'),
    ...(list === 'resource' ? [] : [chipOf('when', when && DAY_CHOICE_NAMES[when], '时间')]),
  ]
  const tap = (key: string) => {
    const clear = chips.some((chip) => chip.key === key && chip.on) && CLEAR[key]
    if (clear) choose(clear)
    else onOpen(key as Filter)
  }
  return <Chips scroll label='筛选' chips={chips} onTap={tap} />
}

const chipOf = (key: string, set: string | undefined, unset: string): Chip =>
  set === undefined
    ? { key, text: unset, on: false, ends: 'menu' }
    : { key, text: set, on: true, ends: 'clear' }

export function scopeText({ scope }: Choices, atHome: boolean, grid: string | undefined): string {
  if (scope === 'town') return '邻近社区'
  if (scope === 'district') return '全区'
  if (scope === 'grid' && atHome) return '同一网格'
  return grid ?? (atHome ? '同社区' : '全社区')
}

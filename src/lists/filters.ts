import { type Category, KIND_NAMES, NEED_KINDS } from 'domain/category/category'
import { type AreaCode, atLevel, contains } from 'domain/kernel/area'
import { PUBLIC_STATUSES, STATUSES } from 'domain/need/status'
import { BRAND } from '@/brand'
import { DAY_CHOICE_NAMES, DAY_CHOICES } from '@/format/days'
import { categoriesOf } from '@/store/catalogue'
import type { ListName } from '@/ui/ListTabs'
import type { Choices } from './listChoices'
import type { PickGroup } from './PickSheet'

export const ANY = 'any'

export const statusGroups = (): PickGroup<string>[] => [
  {
    options: [
      { value: ANY, text: '全部' },
      ...PUBLIC_STATUSES.map((status) => ({ value: status, text: STATUSES[status].name })),
    ],
  },
]

export const whenGroups = (): PickGroup<string>[] => [
  {
    options: [
      { value: ANY, text: '不限' },
      ...DAY_CHOICES.map((value) => ({ value, text: DAY_CHOICE_NAMES[value] })),
    ],
  },
]

const KINDS_OF: Record<Exclude<ListName, 'need'>, readonly Category['kind'][]> = {
  service: ['service', 'training'],
  resource: ['resource'],
}
const OFFER_NAMES = { service: '服务', training: '培训', resource: '资源' }

const optionsOf = (kind: Category['kind']) =>
  categoriesOf(kind).map(({ code, name }) => ({
    value: code,
    text: name,
  }))

/** Kinds of need with their categories; of the other lists, categories alone. */
export function categoryGroups(list: ListName): PickGroup<string>[] {
  const all = { options: [{ value: ANY, text: '全部' }] }
  if (list !== 'need') {
    const kinds = KINDS_OF[list]
    return [
      all,
      ...kinds.map((kind) => ({
        title: OFFER_NAMES[kind as keyof typeof OFFER_NAMES],
        options: optionsOf(kind),
      })),
    ]
  }
  return [
    all,
    ...NEED_KINDS.map((kind) => ({
      title: KIND_NAMES[kind],
      options: [
        { value: kind, text: `所有${KIND_NAMES[kind]}` },
        ...(kind === 'service' ? KINDS_OF.service : [kind]).flatMap(optionsOf),
      ],
    })),
  ]
}

/** A picked value is a kind or a category. */
export function categoryChoice(value: string): Choices {
  const kind = NEED_KINDS.find((each) => each === value)
  return { kind, categoryCode: kind || value === ANY ? undefined : value }
}

interface ChosenArea {
  area: AreaCode
  /** The phone holds no more than communities: of anything larger it asks for pages. */
  far: boolean
}

/** The part of the district that is chosen; all of the community in view where the choice does not fit there. */
export function areaOf(
  { scope, grid }: Choices,
  community: AreaCode,
  home: AreaCode | undefined,
): ChosenArea {
  if (scope === 'town') return { area: townOf(community), far: true }
  if (scope === 'district') return { area: BRAND.districtCode, far: true }
  const within = scope === 'grid' ? home : grid
  return { area: within && contains(community, within) ? within : community, far: false }
}

export const townOf = (community: AreaCode): AreaCode => atLevel(community, 'town') ?? community

/** Counted is the community in view: over a list of a town or the district no number stands. */
export const countsOver = (
  counts: Record<ListName, number>,
  choices: Record<ListName, Choices>,
  community: AreaCode,
  home: AreaCode | undefined,
): Partial<Record<ListName, number>> =>
  Object.fromEntries(
    Object.entries(counts).filter(([name]) => !areaOf(choices[name as ListName], community, home).far),
  )

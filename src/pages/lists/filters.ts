import { type AreaCode, contains, levelOf, parentOf } from 'domain/area'
import { CATEGORIES, type Category, KIND_NAMES, NEED_KINDS } from 'domain/category'
import { type NeedStatus, STATUS_NAMES } from 'domain/need'
import type { ListName } from '@/components/ListTabs'
import type { Choices } from './listChoices'
import type { PickGroup } from './PickSheet'

/** What a visitor may find in the public list. */
const STATUSES: NeedStatus[] = ['dispatched', 'claimed', 'serving', 'served', 'closed']

export const ANY = 'any'

export const statusGroups = (): PickGroup<string>[] => [
  {
    options: [
      { value: ANY, text: '全部' },
      ...STATUSES.map((status) => ({ value: status, text: STATUS_NAMES[status] })),
    ],
  },
]

const KINDS_OF: Record<Exclude<ListName, 'need'>, readonly Category['kind'][]> = {
  service: ['service', 'training'],
  resource: ['resource'],
}
const OFFER_NAMES = { service: '服务', training: '培训', resource: '资源' }

const optionsOf = (kind: Category['kind']) =>
  CATEGORIES.filter((category) => category.kind === kind).map(({ code, name }) => ({
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

/** Only where it belongs to the community in view; otherwise all of it. */
export const areaIn = (community: AreaCode, area: AreaCode | undefined): AreaCode =>
  area && (contains(area, community) || contains(community, area)) ? area : community

/** Whether this phone holds all of it, or has to ask for pages. */
export const isFar = (area: AreaCode) => ['town', 'district'].includes(levelOf(area))

export const townOf = (community: AreaCode): AreaCode => parentOf(community) ?? community

import type { AreaCode } from 'domain/area'
import { NeedCard } from '@/components/NeedCard'
import { goTo } from '@/platform/navigation'
import { type NeedFilter, useNeeds, useNeedsOf } from '@/store/needs'
import { type NeedView, useRecords } from '@/store/records'
import { fetchNeeds } from '@/sync'
import { placeText } from '@/view/areaNames'
import { needCardProps } from '@/view/needCard'
import { useNow } from '../useNow'
import { areaIn, isFar } from './filters'
import { ListRows } from './ListRows'
import type { Choices } from './listChoices'
import { usePages } from './usePages'

interface ListProps {
  choices: Choices
  q: string
  community: AreaCode
}
const idOf = ({ need }: NeedView) => need.id
const NOWHERE: NeedFilter = { area: 'nowhere' }

/** 需求清单 */
export function NeedList({ choices, q, community }: ListProps) {
  const area = areaIn(community, choices.area)
  const { status, kind, categoryCode, order = 'newest' } = choices
  const far = isFar(area)
  const filter: NeedFilter = {
    area,
    statuses: status && [status],
    kind,
    categoryCode,
    q: q || undefined,
    listed: true,
  }
  const held = useNeeds(far ? NOWHERE : filter, order)
  const pages = usePages(
    fetchNeeds,
    far ? { area, status, kind, category: categoryCode, q: q || undefined } : undefined,
  )
  const found = useNeedsOf(pages.ids)
  const areas = useRecords((records) => records.areas)
  const now = useNow()

  return (
    <ListRows
      list='need'
      filterKey={JSON.stringify({ ...filter, order })}
      rows={far ? found : held}
      idOf={idOf}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 件新需求`}
      end='门牌和电话不在清单里显示，接单后才看得到'
      draw={(view, fresh) => {
        const card = needCardProps(view, now, placeText(areas, view.summary, community))
        return (
          <NeedCard
            key={view.need.id}
            {...card}
            look={card.look ?? (fresh ? 'new' : undefined)}
            onTap={() => goTo('/pages/need/index', { id: view.need.id })}
          />
        )
      }}
    />
  )
}

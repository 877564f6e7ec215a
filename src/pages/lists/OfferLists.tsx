import type { AreaCode } from 'domain/area'
import type { Resource } from 'domain/resource'
import type { Service } from 'domain/service'
import { useMemo } from 'react'
import { ResourceCard } from '@/components/ResourceCard'
import { ServiceCard } from '@/components/ServiceCard'
import { goTo } from '@/platform/navigation'
import { useResources, useServices } from '@/store/lists'
import { useRecords } from '@/store/records'
import { fetchResources, fetchServices } from '@/sync'
import { areaText } from '@/view/areaNames'
import { resourceCardProps, serviceCardProps } from '@/view/listed'
import { useNow } from '../useNow'
import { areaIn, isFar } from './filters'
import { ListRows } from './ListRows'
import type { Choices } from './listChoices'
import { type Pages, usePages } from './usePages'

interface ListProps {
  choices: Choices
  q: string
  community: AreaCode
}
const idOf = ({ id }: Service | Resource) => id
const NOWHERE = { area: 'nowhere' }

/** 服务清单 */
export function ServiceList(props: ListProps) {
  const { far, filter, params, filterKey } = useOfferFilter(props)
  const held = useServices(far ? NOWHERE : filter)
  const pages = usePages(fetchServices, params)
  const found = useRecords((records) => records.services)
  const areas = useRecords((records) => records.areas)
  const now = useNow()
  const rows = useRowsOf(far, held, found, pages)
  return (
    <ListRows
      list='service'
      filterKey={filterKey}
      rows={rows}
      idOf={idOf}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 项新服务`}
      draw={(service) => {
        const open = () => goTo('/community/service/index', { id: service.id })
        return (
          <ServiceCard
            key={service.id}
            {...serviceCardProps(service, now, areaText(areas, service.communityCode))}
            onOrder={open}
            onTap={open}
          />
        )
      }}
    />
  )
}

/** 资源清单 */
export function ResourceList(props: ListProps) {
  const { far, filter, params, filterKey } = useOfferFilter(props)
  const held = useResources(far ? NOWHERE : filter)
  const pages = usePages(fetchResources, params)
  const found = useRecords((records) => records.resources)
  const areas = useRecords((records) => records.areas)
  const rows = useRowsOf(far, held, found, pages)
  return (
    <ListRows
      list='resource'
      filterKey={filterKey}
      rows={rows}
      idOf={idOf}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 项新资源`}
      draw={(resource) => (
        <ResourceCard
          key={resource.id}
          {...resourceCardProps(resource, areaText(areas, resource.communityCode))}
          onTap={() => goTo('/community/resource/index', { id: resource.id })}
        />
      )}
    />
  )
}

function useOfferFilter({ choices, q, community }: ListProps) {
  const area = areaIn(community, choices.area)
  const filter = { area, categoryCode: choices.categoryCode, q: q || undefined }
  const far = isFar(area)
  const params = far ? { area, category: choices.categoryCode, q: filter.q } : undefined
  return { far, filter, params, filterKey: JSON.stringify(filter) }
}

function useRowsOf<T>(far: boolean, held: T[], found: Record<string, T>, { ids }: Pages): T[] {
  return useMemo(() => (far ? ids.flatMap((id) => found[id] ?? []) : held), [far, held, found, ids])
}

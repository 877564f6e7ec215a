import type { AreaCode } from 'domain/kernel/area'
import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import { useMemo } from 'react'
import { fetchResources, fetchServices } from '@/client'
import { beginsIn, dayStart } from '@/format/days'
import { useTimed } from '@/store/clock'
import { useResources, useServices } from '@/store/lists'
import { useRecords } from '@/store/records'
import { ListedResource, ListedService } from './cards'
import { areaOf } from './filters'
import { ListRows } from './ListRows'
import type { Choices } from './listChoices'
import { type Pages, usePages } from './usePages'

interface ListProps {
  choices: Choices
  community: AreaCode
  home: AreaCode | undefined
}
const idOf = ({ id }: Service | Resource) => id
const NOWHERE = { area: 'nowhere' }

/** 服务清单 */
export function ServiceList(props: ListProps) {
  const { far, filter, params, filterKey } = offerFilter(props)
  const { when } = props.choices
  const held = useServices(far ? NOWHERE : filter)
  const pages = usePages(fetchServices, params)
  const services = useRecords((records) => records.services)
  const today = useTimed(dayStart, [])
  const rows = useRowsOf(far, held, services, pages)
  const ids = useMemo(
    () => (when ? rows.filter((each) => beginsIn(each.sessions, when, today)) : rows).map(idOf),
    [rows, when, today],
  )
  return (
    <ListRows
      list='service'
      filterKey={filterKey}
      ids={ids}
      rowOf={(id) => services[id]}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 项新服务`}
      draw={(service) => <ListedService service={service} />}
    />
  )
}

/** 资源清单 */
export function ResourceList(props: ListProps) {
  const { far, filter, params, filterKey } = offerFilter(props)
  const held = useResources(far ? NOWHERE : filter)
  const pages = usePages(fetchResources, params)
  const resources = useRecords((records) => records.resources)
  const rows = useRowsOf(far, held, resources, pages)
  const ids = useMemo(() => rows.map(idOf), [rows])
  return (
    <ListRows
      list='resource'
      filterKey={filterKey}
      ids={ids}
      rowOf={(id) => resources[id]}
      far={far}
      pages={pages}
      newText={(count) => `有 ${count} 项新资源`}
      draw={(resource) => <ListedResource resource={resource} />}
    />
  )
}

function offerFilter({ choices, community, home }: ListProps) {
  const { area, far } = areaOf(choices, community, home)
  const { categoryCode, when } = choices
  const params = far ? { area, category: categoryCode } : undefined
  const filter = { area, categoryCode }
  return { far, filter, params, filterKey: JSON.stringify({ ...filter, when }) }
}

function useRowsOf<T>(far: boolean, held: T[], found: Record<string, T>, { ids }: Pages): T[] {
  return useMemo(() => (far ? ids.flatMap((id) => found[id] ?? []) : held), [far, held, found, ids])
}

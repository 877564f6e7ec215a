import type { Resource } from 'domain/listing/resource'
import { type Service, upcoming } from 'domain/listing/service'
import { areaText } from '@/area/areaNames'
import { resourceCardProps, serviceCardProps } from '@/listing/view/listed'
import { markSeen, useSeen } from '@/need/seen'
import { whereText } from '@/need/view/nearness'
import { needCardProps } from '@/need/view/needCard'
import { useFrame } from '@/shell/frame/frame'
import { useSay } from '@/shell/useSay'
import { useCommunity } from '@/store/appState'
import { useTimed } from '@/store/clock'
import { type NeedView, useRecords } from '@/store/records'
import { NeedCard } from '@/ui/NeedCard'
import { ResourceCard } from '@/ui/ResourceCard'
import { ServiceCard } from '@/ui/ServiceCard'
import { useHome } from './useHome'

interface ListedNeedProps {
  view: NeedView
  /** It has just come. */
  fresh?: boolean
  /** Places are shown only where several are asked for. */
  brief?: boolean
}

/** A need as the lists show it: near or far, just come, read before. */
export function ListedNeed({ view, fresh = false, brief = false }: ListedNeedProps) {
  const frame = useFrame()
  const { id } = view.need
  const seen = useSeen().has(id)
  const home = useHome()
  const community = useCommunity() ?? view.summary.communityCode
  const areas = useRecords((records) => records.areas)
  const where = whereText(areas, view.summary, community, home)
  const card = useTimed((now) => needCardProps(view, now, where), [view, where])
  const open = () => {
    markSeen(id)
    frame.open('/pages/need/index', { id })
  }
  return (
    <NeedCard
      {...card}
      slots={brief && view.need.headcount === 1 ? undefined : card.slots}
      look={card.look ?? (fresh ? 'new' : seen ? 'dim' : undefined)}
      onTap={open}
    />
  )
}

export function ListedService({ service }: { service: Service }) {
  const frame = useFrame()
  const place = useRecords(({ areas }) => areaText(areas, service.communityCode))
  const open = () => frame.open('/community/service/index', { id: service.id })
  const { orderable, card } = useTimed(
    (now) => ({
      orderable: upcoming(service, now).length > 0,
      card: serviceCardProps(service, now, place),
    }),
    [service, place],
  )
  const say = useSay()
  return (
    <ServiceCard
      {...card}
      time={card.time && say(card.time)}
      onOrder={orderable ? open : undefined}
      onTap={open}
    />
  )
}

export function ListedResource({ resource }: { resource: Resource }) {
  const frame = useFrame()
  const place = useRecords(({ areas }) => areaText(areas, resource.communityCode))
  return (
    <ResourceCard
      {...resourceCardProps(resource, place)}
      onTap={() => frame.open('/community/resource/index', { id: resource.id })}
    />
  )
}

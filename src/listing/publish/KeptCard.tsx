import type { Resource } from 'domain/listing/resource'
import { type Service, seatsLeft, upcoming } from 'domain/listing/service'
import { areaText } from '@/area/areaNames'
import { send } from '@/client'
import { sittingText } from '@/format/times'
import { toast } from '@/platform/dialog'
import { useFrame } from '@/shell/frame/frame'
import { ask } from '@/shell/sheets'
import { useAppState } from '@/store/appState'
import { categoryOf } from '@/store/catalogue'
import { useRecords } from '@/store/records'
import { categoryIcon } from '@/ui/icons'
import type { Meta } from '@/ui/Metas'
import { OfferCard } from '@/ui/OfferCard'
import { isService, keptTag, savingOf } from '../view/kept'
import { resourceArgs, resourceForm } from './resourceForm'
import { keptText } from './saved'
import { serviceArgs, serviceForm } from './serviceForm'

function factsOf(item: Service | Resource, now: string): { metas: Meta[]; stock: string } {
  if (!isService(item)) {
    return {
      metas: [
        { icon: 'users', text: item.ownerName },
        { icon: 'clock', text: item.openText },
      ],
      stock: `共 ${item.quantity} ${item.unit}`,
    }
  }
  const [next] = upcoming(item, now)
  const time = next ? sittingText(next.startsAt, next.endsAt) : item.scheduleText
  return {
    metas: [
      { icon: 'users', text: item.orgName },
      { icon: 'calendar-time', text: time },
    ],
    stock: next ? `已约 ${next.booked} 个，还有 ${seatsLeft(next)} 个名额` : '没有接下来的场次',
  }
}

/** What others see no longer is asked once more. */
function askUnlist(item: Service | Resource) {
  ask({
    title: `下架“${item.title}”？`,
    text: '大家就看不到了。已经约好的不受影响，随时可以重新上架',
    yes: '下架',
    no: '先留着',
    onYes: () => setListed(item, false),
  })
}

function setListed(item: Service | Resource, listed: boolean) {
  const sent = isService(item)
    ? send('service.save', serviceArgs(serviceForm(item, item.communityCode), listed))
    : send('resource.save', resourceArgs(resourceForm(item, item.communityCode), listed))
  const done = listed ? '已重新上架' : '已下架'
  toast(sent.ok ? keptText(done) : sent.text)
}

interface KeptCardProps {
  item: Service | Resource
  now: string
  /** Who keeps the lists of several communities is told which. */
  placed: boolean
}

/** One of a list, for who keeps it: how it stands, and off or on again in one tap. */
export function KeptCard({ item, now, placed }: KeptCardProps) {
  const frame = useFrame()
  const saving = useAppState((session) => savingOf(item.id, session))
  const areas = useRecords((records) => records.areas)
  const category = categoryOf(item.categoryCode)
  const { metas, stock } = factsOf(item, now)
  const list = isService(item) ? 'service' : 'resource'
  const place = placed ? areaText(areas, item.communityCode) : undefined
  return (
    <OfferCard
      kind={category.kind}
      icon={categoryIcon(category)}
      label={category.name}
      title={item.title}
      tag={keptTag(item, saving, now)}
      metas={place ? [{ icon: 'map-pin', text: place }, ...metas] : metas}
      stock={stock}
      action={{
        text: item.listed ? '下架' : '重新上架',
        label: `${item.listed ? '下架' : '重新上架'}：${item.title}`,
        onTap: () => (item.listed ? askUnlist(item) : setListed(item, true)),
      }}
      onTap={() => frame.open('/desk/publish/index', { list, id: item.id })}
    />
  )
}

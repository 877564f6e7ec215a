import type { Instant } from 'domain/kernel/time'
import type { Resource } from 'domain/listing/resource'
import { type Service, seatsLeft, upcoming } from 'domain/listing/service'
import { sittingText } from '@/format/times'
import { categoryOf } from '@/store/catalogue'
import { categoryIcon } from '@/ui/icons'
import type { ResourceCardProps } from '@/ui/ResourceCard'
import type { ServiceCardProps } from '@/ui/ServiceCard'

/** @param place the name of its community, as the area tree has it */
export function serviceCardProps(service: Service, now: Instant, place?: string): ServiceCardProps {
  const category = categoryOf(service.categoryCode)
  const sessions = upcoming(service, now)
  const next = sessions.find((session) => seatsLeft(session) > 0) ?? sessions[0]
  return {
    kind: category.kind === 'training' ? 'training' : 'service',
    icon: categoryIcon(category),
    label: category.name,
    title: service.title,
    tag: next ? undefined : { text: '暂时没有场次' },
    by: service.orgName,
    place,
    time: next ? sittingText(next.startsAt, next.endsAt) : service.scheduleText,
    seatsLeft: next && seatsLeft(next),
  }
}

export function resourceCardProps(resource: Resource, place?: string): ResourceCardProps {
  const category = categoryOf(resource.categoryCode)
  return {
    icon: categoryIcon(category),
    label: category.name,
    title: resource.title,
    place: [place, resource.ownerName].filter(Boolean).join(' · '),
    hours: resource.openText,
    free: resource.quantity,
    unit: resource.unit,
  }
}

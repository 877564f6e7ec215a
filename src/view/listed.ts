import { categoryOf } from 'domain/category'
import type { Resource } from 'domain/resource'
import { placesLeft, type Service, upcoming } from 'domain/service'
import type { Instant } from 'domain/time'
import { categoryIcon } from '@/components/icons'
import type { ResourceCardProps } from '@/components/ResourceCard'
import type { ServiceCardProps } from '@/components/ServiceCard'
import { sittingText } from './times'

/** @param place the name of its community, as the area tree has it */
export function serviceCardProps(service: Service, now: Instant, place?: string): ServiceCardProps {
  const category = categoryOf(service.categoryCode)
  const sessions = upcoming(service, now)
  const next = sessions.find((session) => placesLeft(session) > 0) ?? sessions[0]
  return {
    kind: category.kind === 'training' ? 'training' : 'service',
    icon: categoryIcon(category),
    label: category.name,
    title: service.title,
    tag: next ? undefined : { text: '暂时没有场次' },
    by: service.orgName,
    place,
    time: next ? sittingText(next.startsAt, next.endsAt) : service.scheduleText,
    placesLeft: next && placesLeft(next),
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

import type { CommandArgs } from 'domain/commands'
import type { AreaCode } from 'domain/kernel/area'
import { type Instant, localDay, localInstant, plusDays } from 'domain/kernel/time'
import type { Service } from 'domain/listing/service'
import { dateText, hourText } from '@/format/times'
import { findCategory } from '@/store/catalogue'
import type { Reads } from './differences'
import { type Errors, missing, newId, seenIn } from './keeping'

/** One sitting as people type it; `booked` cannot be changed here. */
export interface SessionForm {
  id: string
  day: string
  from: string
  to: string
  capacity: string
  reserved: string
  booked: number
}

export interface ServiceForm {
  id: string
  /** What it was made of. */
  seen: string | null
  communityCode: AreaCode
  orgId: string
  categoryCode: string
  title: string
  description: string
  scheduleText: string
  sessions: SessionForm[]
  /** How many had booked each session that was taken out of the form. */
  removed: Record<string, number>
}

type Typed = CommandArgs<'service.save'>

/** @param typed what was refused the last time: it is not typed again */
export function serviceForm(
  service: Service | undefined,
  communityCode: AreaCode,
  typed: Typed | undefined = service,
): ServiceForm {
  return {
    id: typed?.id ?? newId(),
    seen: seenIn(typed),
    communityCode: typed?.communityCode ?? communityCode,
    orgId: typed?.orgId ?? '',
    categoryCode: typed?.categoryCode ?? '',
    title: typed?.title ?? '',
    description: typed?.description ?? '',
    scheduleText: typed?.scheduleText ?? '',
    removed: {},
    sessions: (typed?.sessions ?? []).map((session) => ({
      id: session.id,
      day: localDay(session.startsAt),
      from: hourText(session.startsAt),
      to: hourText(session.endsAt),
      capacity: String(session.capacity),
      reserved: String(session.reserved),
      booked: bookedIn(service, session.id),
    })),
  }
}

const bookedIn = (service: Service | undefined, sessionId: string) =>
  service?.sessions.find(({ id }) => id === sessionId)?.booked ?? 0

/** A form that was kept may know of fewer than have booked since. */
export const withBookings = (form: ServiceForm, service: Service | undefined): ServiceForm => ({
  ...form,
  sessions: form.sessions.map((session) => ({ ...session, booked: bookedIn(service, session.id) })),
})

/** How many had booked each session, as the form says it. */
export const bookedOf = (sessions: readonly SessionForm[]): Record<string, number> =>
  Object.fromEntries(sessions.map(({ id, booked }) => [id, booked]))

/** The next sitting: as the last one was, a week later. */
export function nextSession(sessions: readonly SessionForm[], now: Instant): SessionForm {
  const last = sessions[sessions.length - 1]
  const from = last ? localInstant(last.day, last.from) : now
  return {
    id: newId(),
    day: localDay(plusDays(from > now ? from : now, 7)),
    from: last?.from ?? '09:00',
    to: last?.to ?? '11:00',
    capacity: last?.capacity ?? '20',
    reserved: last?.reserved ?? '0',
    booked: 0,
  }
}

const whole = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)

/** Why a sitting cannot be as it is typed. */
export function sessionError({ from, to, capacity, reserved, booked }: SessionForm): string | undefined {
  const [places, kept] = [whole(capacity), whole(reserved)]
  if (from >= to) return '结束要晚于开始'
  if (!(places >= 1 && places <= 1000)) return '名额填 1 到 1000'
  if (!(kept >= 0)) return '预留填 0 或以上的数'
  if (kept > places) return '预留不能多于名额'
  return kept + booked > places ? `已约 ${booked} 个，名额减预留不能少于它` : undefined
}

const sessionText = ({ day, from, to, capacity, reserved }: SessionForm) =>
  `${dateText(localInstant(day, from))} ${from}–${to}，${capacity} 个名额${Number(reserved) > 0 ? `，留 ${reserved} 个` : ''}`

/** @param orgName of the one that is known by another name than its row's */
export const serviceReads = (orgName: (id: string) => string): Reads<ServiceForm, Field | 'sessions'> => ({
  title: ['名称', ({ title }) => title],
  categoryCode: ['类别', ({ categoryCode }) => findCategory(categoryCode)?.name ?? ''],
  orgId: ['由谁来办', ({ orgId }) => orgName(orgId)],
  description: ['说明', ({ description }) => description],
  scheduleText: ['平时什么时候有', ({ scheduleText }) => scheduleText],
  sessions: ['场次', ({ sessions }) => sessions.map(sessionText).join('；')],
})

type Field = 'orgId' | 'categoryCode' | 'title' | 'description' | 'scheduleText'

export const serviceErrors = ({ sessions, ...form }: ServiceForm): Errors<Field | 'sessions'> => ({
  ...missing<Field>(form, {
    title: '写上服务的名称',
    categoryCode: '选一个类别',
    orgId: '选一下由谁来办',
    description: '写几句怎么办、要带什么',
    scheduleText: '写上什么时候有，比如：每周四晚上',
  }),
  ...(sessions.some(sessionError) ? { sessions: '有的场次还没填对' } : {}),
})

export const serviceArgs = (
  { sessions, removed, ...form }: ServiceForm,
  listed: boolean,
): CommandArgs<'service.save'> => ({
  ...form,
  listed,
  booked: { ...removed, ...bookedOf(sessions) },
  sessions: sessions.map(({ id, day, from, to, capacity, reserved }) => ({
    id,
    startsAt: localInstant(day, from),
    endsAt: localInstant(day, to),
    capacity: whole(capacity),
    reserved: whole(reserved),
  })),
})

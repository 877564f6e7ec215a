import { ROLE_NAMES, type Role } from 'domain/kernel/actor'
import { plainPhone } from 'domain/kernel/phone'
import type { Person } from 'domain/person/person'
import { skillNamesOf } from '@/store/catalogue'
import type { TagProps } from '@/ui/Tag'

/** What somebody is, without repeating it for every area; 居民 is said of nobody who is more. */
export function rolesOf({ grants }: Pick<Person, 'grants'>): Role[] {
  const roles = [...new Set(grants.map(({ role }) => role))]
  return roles.length > 1 ? roles.filter((role) => role !== 'resident') : roles
}

export const roleTags = (person: Pick<Person, 'grants'>): TagProps[] =>
  rolesOf(person).map((role) => ({ text: ROLE_NAMES[role], tone: role === 'member' ? 'party' : undefined }))

/** 电工、家电维修 */
export const skillsText = ({ skills }: Pick<Person, 'skills'>) => skillNamesOf(skills).join('、')

/** 46 小时 30 分: service time as people add it up. */
export const serviceTimeText = (minutes: number) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
}

/** For a large figure: 46.5 小时, or 40 分钟 below the first hour. */
export const hoursText = (minutes: number) =>
  minutes < 60
    ? { figure: String(minutes), unit: '分钟' }
    : { figure: String(Math.round(minutes / 6) / 10), unit: '小时' }

/** 138 **** 2207 */
export function maskedPhone(typed: string): string {
  const phone = plainPhone(typed)
  return `${phone.slice(0, 3)} **** ${phone.slice(-4)}`
}

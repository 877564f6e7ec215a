import { type AreaCode, levelOf } from 'domain/kernel/area'
import type { Offer } from 'domain/need/need'
import type { Records } from '@/store/records'

const POOL_NAMES = { district: '全区', town: '全镇', community: '本社区', grid: '本网格' } as const

/** 本社区: the pool of an area, by its level. */
export function poolName(code: AreaCode): string {
  const level = levelOf(code)
  return level ? POOL_NAMES[level] : ''
}

type Names = Pick<Records, 'people' | 'orgs'>

/** 梁师傅、水电组; beyond two only how many. */
function named({ personIds, orgIds }: Offer, { people, orgs }: Names): string {
  const names = [
    ...personIds.map((id) => people[id]?.displayName ?? '一位同志'),
    ...orgIds.map((id) => orgs[id]?.name ?? '一个组织'),
  ]
  return names.length > 2 ? `${names.slice(0, 2).join('、')}等 ${names.length} 个` : names.join('、')
}

/** 已派给梁师傅, 已放到本社区接单大厅 */
export function offerText(offer: Offer, names: Names): string {
  const to = named(offer, names)
  const pool = offer.areaCode && `已放到${poolName(offer.areaCode)}接单大厅`
  if (!pool) return `已派给${to}`
  return to ? `${pool}，也派给${to}` : pool
}

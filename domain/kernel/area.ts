import * as z from 'zod/mini'

/** 区划代码: 6, 9, 12 or 15 digits, a prefix tree (national division codes; a grid adds three digits). */
export const areaCode = z.string().check(z.regex(/^\d{6}(\d{3}){0,3}$/))
export const communityCode = z.string().check(z.regex(/^\d{12}$/))
export const gridCode = z.string().check(z.regex(/^\d{15}$/))
export type AreaCode = z.infer<typeof areaCode>

export const AREA_LEVELS = ['district', 'town', 'community', 'grid'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

const LENGTH: Record<AreaLevel, number> = {
  district: 6,
  town: 9,
  community: 12,
  grid: 15,
}

/** Undefined for a code of another length. */
export const levelOf = (code: AreaCode): AreaLevel | undefined =>
  AREA_LEVELS.find((name) => LENGTH[name] === code.length)

/** The area above, or undefined for a district. */
export const parentOf = (code: AreaCode): AreaCode | undefined =>
  code.length > LENGTH.district ? code.slice(0, -3) : undefined

/** Whether `inner` is `outer` or lies below it. */
export const contains = (outer: AreaCode, inner: AreaCode) => inner.startsWith(outer)

/** The area itself and those above it, nearest first. */
export function upwards(code: AreaCode): AreaCode[] {
  const parent = parentOf(code)
  return parent ? [code, ...upwards(parent)] : [code]
}

/** The ancestor of a code at a level, or undefined where the code lies above that level. */
export const atLevel = (code: AreaCode, level: AreaLevel): AreaCode | undefined =>
  code.length >= LENGTH[level] ? code.slice(0, LENGTH[level]) : undefined

/**
 * Whether people may pick it. The national codes number as 498 and 598 the virtual communities of farms,
 * prisons and the like; such a community is kept, but nobody lives there to order help.
 */
export const isVirtualCommunity = (code: AreaCode) => /^\d{9}[45]98/.test(code)

/** As people say it: 燕山湖社区居委会 is 燕山湖社区, 双龙村委会 is 双龙村. */
export const saidName = (name: string) =>
  name.replace(/(社区)?(居委会|居民委员会)$/, '社区').replace(/村?(村委会|村民委员会)$/, '村')

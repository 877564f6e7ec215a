import { areaCode } from 'domain/kernel/area'
import { words } from 'domain/kernel/text'
import * as z from 'zod'

export const PAGE_USUAL = 20
export const PAGE_MAX = 100

/** What every list can be asked for. `area`: a district, a town or a community. */
export const pageQuery = z.object({
  area: z.optional(areaCode.check(z.maxLength(12))),
  q: z.optional(words(40)),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_USUAL),
})

/** A page as JSON text, of rows that are JSON texts. One row more than `limit` was read. */
export function pageText<T extends { row: string }>(
  read: T[],
  limit: number,
  keyOf: (row: T) => string,
): string {
  const rows = read.slice(0, limit)
  const last = read.length > limit ? rows.at(-1) : undefined
  const next = last ? `,"next":${JSON.stringify(keyOf(last))}` : ''
  return `{"rows":[${rows.map(({ row }) => row).join(',')}]${next}}`
}

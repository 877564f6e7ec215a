import type { NeedKind } from 'domain/category/category'
import type { AreaCode } from 'domain/kernel/area'
import { REFUSALS, type RefusalCode } from 'domain/kernel/refusal'
import type { NeedStatus } from 'domain/need/status'
import type { Entity } from 'domain/things'
import * as z from 'zod/mini'
import { NetworkFailure } from '@/platform/port'
import type { Sync } from '@/sync/contract'
import { THINGS } from '../things'

/** What a list is asked for; left out: any. `after` is the `next` of the page before. */
export interface PageParams {
  area?: AreaCode | undefined
  status?: NeedStatus | undefined
  kind?: NeedKind | undefined
  category?: string | undefined
  grid?: AreaCode | undefined
  q?: string | undefined
  after?: string | undefined
  limit?: number | undefined
}

/** A page of what this phone does not hold. The rows themselves are in the records by then. */
export type Page = { ok: true; ids: string[]; next: string | undefined } | Trouble
/** Why nothing came, in the sentence that people read. */
export type Trouble = { ok: false; code: RefusalCode | 'offline'; text: string }

const page = z.object({ rows: z.array(z.unknown()), next: z.nullish(z.string()) })
const problem = z.object({ code: z.string(), text: z.string() })

export const OFFLINE: Trouble = { ok: false, code: 'offline', text: '没有网络，联网后再看看' }

/** @returns the parsed body of a 200, or what to tell people */
export async function askFor(
  sync: Pick<Sync, 'ask'>,
  ...request: Parameters<Sync['ask']>
): Promise<{ ok: true; body: unknown } | Trouble> {
  try {
    const { status, body } = await sync.ask(...request)
    if (status === 200) return { ok: true, body }
    const said = problem.safeParse(body)
    if (said.success) return { ok: false, code: said.data.code as RefusalCode, text: said.data.text }
    return { ok: false, code: 'unavailable', text: REFUSALS.unavailable.text }
  } catch (error) {
    if (error instanceof NetworkFailure) return OFFLINE
    throw error
  }
}

export async function fetchPage(
  sync: Pick<Sync, 'ask' | 'hold'>,
  entity: Entity,
  path: string,
  params: PageParams,
): Promise<Page> {
  const asked = await askFor(sync, 'GET', `${path}${queryOf(params)}`)
  if (!asked.ok) return asked
  const read = page.safeParse(asked.body)
  if (!read.success) return OFFLINE
  const rows = read.data.rows.flatMap((row) => {
    const id = THINGS[entity].idOf(row)
    return id ? [{ id, row }] : []
  })
  sync.hold(entity, rows)
  return { ok: true, ids: rows.map(({ id }) => id), next: read.data.next ?? undefined }
}

function queryOf(params: PageParams): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length > 0
    ? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
    : ''
}

import { randomBytes } from 'node:crypto'
import { CATEGORIES, deadlinesFrom } from 'domain/category/category'
import { uuid7 } from 'domain/kernel/id'
import { plusMinutes } from 'domain/kernel/time'
import { audienceOf, isPublic } from 'domain/need/audience'
import type { Need } from 'domain/need/need'
import { summaryOf } from 'domain/need/needRow'
import { searchedInSummary } from 'domain/need/searched'
import { NEED_STATUSES } from 'domain/need/status'
import type { Pool } from 'pg'
import { searchTextOf } from '../../cloud/db/searched'

const COLUMNS = [
  'communityCode',
  'id',
  'version',
  'gridCode',
  'number',
  'kind',
  'categoryCode',
  'title',
  'words',
  'answers',
  'urgency',
  'headcount',
  'requesterId',
  'placedById',
  'requesterName',
  'askers',
  'status',
  'offer',
  'reopened',
  'escalated',
  'rating',
  'placedAt',
  'respondBy',
  'finishBy',
  'dispatchedAt',
  'servedAt',
  'closedAt',
  'changedAt',
] as const satisfies (keyof Need)[]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const BATCH = 2_000
const categories = CATEGORIES.filter(({ kind }) => ['wish', 'help', 'report', 'idea'].includes(kind))
const pick = <T>(list: readonly T[], n: number) => list[n % list.length] as T

/** The code of the nth community of the bench district. */
export const communityAt = (n: number) =>
  `9900${String(10 + Math.floor(n / 100))}1${String(n % 100).padStart(2, '0')}001`

const STATUSES = NEED_STATUSES.filter((status) => !['claimed', 'serving', 'merged'].includes(status))

/** Every need in the public list: nothing that is still with the community alone. */
const LISTED = {
  categories: categories.filter(({ visibility }) => visibility === 'public'),
  statuses: ['dispatched', 'closed'],
} as const
const MIXED = { categories, statuses: STATUSES } as const

function needAt(n: number, communityCode: string, now: string, among: typeof LISTED | typeof MIXED): Need {
  const category = pick(among.categories, n)
  const status = n % 5 < 3 ? 'closed' : pick<Need['status']>(among.statuses, n)
  const placedAt = plusMinutes(now, -(n % 40_000) - 1)
  const person = uuid7(Date.parse(placedAt), randomBytes(10))
  const dispatched = status !== 'placed'
  return {
    id: uuid7(Date.parse(placedAt), randomBytes(10)),
    version: 4,
    communityCode,
    gridCode: `${communityCode}00${1 + (n % 8)}`,
    number: `0318-${String(n % 90).padStart(2, '0')}`,
    kind: category.kind as Need['kind'],
    categoryCode: category.code,
    title: pick(category.examples, n),
    words: `${pick(category.examples, n)}，家里老人等着用，什么时候有空都行，谢谢`,
    answers: {},
    urgency: 'normal',
    headcount: 1,
    requesterId: person,
    placedById: person,
    requesterName: '李**',
    askers: [],
    status,
    offer: status === 'dispatched' ? { areaCode: communityCode, personIds: [], orgIds: [] } : undefined,
    assignments: [],
    reopened: 0,
    escalated: false,
    rating: status === 'closed' ? { score: 4 } : undefined,
    placedAt,
    ...deadlinesFrom(placedAt, category, 'normal'),
    dispatchedAt: dispatched ? placedAt : undefined,
    servedAt: ['served', 'closed'].includes(status) ? now : undefined,
    closedAt: ['closed', 'rejected', 'withdrawn'].includes(status) ? now : undefined,
    changedAt: placedAt,
  }
}

/**
 * Fills a community with needs and their feeds, by plain statements: what the commands would have written, in
 * a fraction of the time.
 * @param listed whether all of them stand in the public list
 */
export async function fillCommunity(
  pool: Pool,
  communityCode: string,
  { count, listed = false }: { count: number; listed?: boolean },
) {
  const now = new Date().toISOString()
  await pool.query('insert into areas (code, name) values ($1, $2)', [communityCode, '社区'])
  const numbers = new Map<string, number>()
  for (let from = 0; from < count; from += BATCH) {
    const needs = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) =>
      needAt(from + n, communityCode, now, listed ? LISTED : MIXED),
    )
    const rows = needs.map((need) => ({
      ...Object.fromEntries(COLUMNS.map((name) => [snake(name), need[name]])),
      search_text: searchTextOf(searchedInSummary(summaryOf(need))),
      public: isPublic(need),
    }))
    const names = [...COLUMNS.map(snake), 'search_text', 'public'].join(', ')
    await pool.query(
      `insert into needs (${names}) select ${names} from json_populate_recordset(null::needs, $1)`,
      [JSON.stringify(rows)],
    )
    const feed = needs.flatMap((need) => {
      const whole = JSON.stringify({ full: need, events: [] })
      const masked = JSON.stringify({ summary: summaryOf(need) })
      return [...audienceOf(need)].map(([scope, view]) => {
        const number = (numbers.get(scope) ?? 0) + 1
        numbers.set(scope, number)
        return { scope, number, entity: 'need', id: need.id, row: view === 'full' ? whole : masked }
      })
    })
    await pool.query(
      `insert into feed (scope, number, entity, id, row)
       select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::json[])`,
      [
        feed.map((each) => each.scope),
        feed.map((each) => each.number),
        feed.map((each) => each.entity),
        feed.map((each) => each.id),
        feed.map((each) => each.row),
      ],
    )
  }
  await pool.query(
    `insert into scopes (scope, number, count, sum)
     select scope, max(number), count(*), (sum((weight_of(entity, id) * number) & 4294967295) % 4294967296)::bigint
     from feed where scope = any($1::text[]) group by scope`,
    [[...numbers.keys()]],
  )
}

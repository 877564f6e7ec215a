import { staffScope } from 'domain/kernel/scope'
import type { Person } from 'domain/person/person'
import { newId } from '../support/seed'
import type { Bed } from './bed'
import { median } from './figures'

const TRIES = 40

/** Ranks the helpers of a community for one need, for who coordinates above. @returns ms, the median */
export async function rankCandidates({ pool, url, person }: Bed, community: string, helpers: number) {
  const rows = Array.from({ length: helpers }, (_, n) => helperAt(n, community))
  await pool.query(
    `insert into feed (scope, number, entity, id, row)
     select $1, 1000000 + row_number() over (), 'person', row->>'id', row from json_array_elements($2::json) row`,
    [staffScope(community), JSON.stringify(rows)],
  )
  const { rows: needs } = await pool.query(
    `select id from needs where community_code = $1 and status = 'placed' limit 1`,
    [community],
  )
  const { token } = await person(community, [{ role: 'coordinator', area: community.slice(0, 6) }])
  const ms: number[] = []
  for (let n = 0; n < TRIES; n++) {
    const started = performance.now()
    const answer = await fetch(`${url}/api/needs/${needs[0]?.id}/candidates`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { all } = (await answer.json()) as { all?: { people: number } }
    ms.push(performance.now() - started)
    if (all?.people !== helpers) throw new Error(`${answer.status}: ${all?.people} of ${helpers} were ranked`)
  }
  return median(ms)
}

/** Everybody has hours of their own. */
function helperAt(n: number, community: string): Person {
  const grid = `${community}00${1 + (n % 8)}`
  return {
    id: newId(),
    displayName: `人${n}`,
    grants: [
      { role: 'resident', area: community },
      { role: 'member', area: grid },
    ],
    homeGrid: grid,
    skills: n % 3 === 0 ? ['electric', 'plumbing'] : [],
    availability: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      from: `${String(7 + (n % 5)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
      to: `${15 + (n % 7)}:30`,
    })),
    capacity: 3,
  }
}

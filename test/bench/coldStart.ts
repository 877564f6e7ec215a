import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { PROTOCOL_VERSION } from 'domain/protocol'
import { Pool } from 'undici'
import { newId } from '../support/seed'
import type { Bed } from './bed'
import { say } from './figures'

const PHONES = 2_000
/** A phone gives a request up after this. */
const TIMEOUT_MS = 20_000
const NAME = /"([^"]+)":$/
const CURSOR = /^\{"reset":(?:true|false),"cursor":(\{"epoch":"[^"]+","number":\d+\}),"rows":\[(.)/

/** Everybody's phone, holding nothing, asks for its own rows and its home community at the same moment. */
export async function coldStart(bed: Bed, community: string, rows: number) {
  const people = await Promise.all(Array.from({ length: PHONES }, () => bed.person(community)))
  await giveOwnRow(bed, people)
  const pool = new Pool(bed.url, {
    connections: PHONES,
    pipelining: 1,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  })
  const ms: number[] = []
  const why = new Map<string, number>()
  let [timeouts, refused, ownLater, incomplete] = [0, 0, 0, 0]

  /** Undefined where nothing useful came. */
  async function ask(token: string, text: string): Promise<Buffer | undefined> {
    const headers = {
      'content-type': 'application/json',
      'accept-encoding': 'gzip',
      authorization: `Bearer ${token}`,
    }
    try {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/api/sync',
        headers,
        body: text,
      })
      const bytes = Buffer.from(await body.arrayBuffer())
      if (statusCode === 200) return bytes
      why.set(String(statusCode), (why.get(String(statusCode)) ?? 0) + 1)
    } catch (error) {
      const { code = 'unknown' } = error as { code?: string }
      why.set(code, (why.get(code) ?? 0) + 1)
    }
    return undefined
  }

  async function phone({ id, token }: { id: string; token: string }) {
    const device = newId()
    const cursors = new Map<string, string>()
    for (let page = 0; ; page++) {
      const held = [...cursors].map(([scope, cursor]) => `${JSON.stringify(scope)}:${cursor}`).join()
      const started = performance.now()
      const bytes = await ask(
        token,
        `{"protocol":${PROTOCOL_VERSION},"device":"${device}","push":[],"cursors":{${held}}}`,
      )
      const took = performance.now() - started
      ms.push(took)
      if (took > TIMEOUT_MS) timeouts++
      if (!bytes) {
        refused++
        await sleep(1_000 * (1 + Math.random()))
        page--
        continue
      }
      const answer = gunzipSync(bytes)
      for (const [scope, cursor, first] of cursorsIn(answer)) {
        if (page === 0 && scope === `user:${id}` && first !== '{') ownLater++
        cursors.set(scope, cursor)
      }
      if (page === 0 && !cursors.has(`user:${id}`)) ownLater++
      if (answer.includes('"done":true')) break
    }
    if (!cursors.get(community)?.includes(`"number":${rows}}`)) incomplete++
  }

  const started = performance.now()
  await Promise.all(people.map(phone))
  const seconds = (performance.now() - started) / 1000
  if (refused > 0) say(`nothing came: ${JSON.stringify([...why])}`)
  await pool.close()
  return { ms, seconds, timeouts, refused, ownLater, incomplete }
}

/** Of each scope its name, its cursor and how its rows begin. Two thousand phones in one process do not read the rows. */
function* cursorsIn(answer: Buffer): Generator<[scope: string, cursor: string, first: string]> {
  for (let at = answer.indexOf('{"reset":'); at >= 0; at = answer.indexOf('{"reset":', at + 1)) {
    const [, scope = ''] = NAME.exec(answer.toString('latin1', at - 64, at)) ?? []
    const [, cursor = '', first = ''] = CURSOR.exec(answer.toString('latin1', at, at + 200)) ?? []
    yield [scope, cursor, first]
  }
}

/** One row that is the person's alone. */
async function giveOwnRow({ pool }: Bed, people: { id: string }[]) {
  const scopes = people.map(({ id }) => `user:${id}`)
  await pool.query(
    `insert into feed (scope, number, entity, id, row) select scope, 1, 'person', $2, '{}' from unnest($1::text[]) scope`,
    [scopes, randomBytes(4).toString('hex')],
  )
  await pool.query(
    'insert into scopes (scope, number, count, sum) select scope, 1, 1, 0 from unnest($1::text[]) scope',
    [scopes],
  )
}

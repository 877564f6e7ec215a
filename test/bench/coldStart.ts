import { setTimeout as sleep } from 'node:timers/promises'
import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { Client } from 'undici'
import { newId } from '../support/seed'
import type { LoggedIn } from '../support/writtenPeople'
import type { Bed } from './bed'
import { startPlain } from './plain'

const PHONES = 2_000
/** A phone gives a request up after this. */
const TIMEOUT_MS = 20_000
const CURSOR =
  /"([^"]+)":\{"reset":(?:true|false),"cursor":(\{"epoch":"[^"]+","number":\d+(?:,"begun":\d+)?\})/g
/** The only row of this kind that there is for a phone. */
const OWN_ROW = '"entity":"person"'
const HEAD = '{"reset":'

/**
 * Everybody's phone, holding nothing, asks for its own rows and its home community at the same moment. Beside it a
 * plain server that says as many bytes in as many answers.
 */
export async function coldStart(bed: Bed, community: string, rows: number) {
  const people = await Promise.all(Array.from({ length: PHONES }, () => bed.person(community)))
  await giveOwnRow(bed, people)
  const ms: number[] = []
  const why = new Map<string, number>()
  let [refused, ownLater, incomplete] = [0, 0, 0]
  let sizes: number[] = []

  async function start(client: Client, { token }: LoggedIn) {
    const device = newId()
    const cursors = new Map<string, string>()
    const asked: number[] = []
    for (let done = false; !done; ) {
      const held = [...cursors].map(([scope, cursor]) => `${JSON.stringify(scope)}:${cursor}`).join()
      const body = `{"protocol":${PROTOCOL_VERSION},"device":"${device}","push":[],"cursors":{${held}}}`
      const started = performance.now()
      const answer = await ask(client, '/api/sync', body, token)
      ms.push(performance.now() - started)
      if (typeof answer === 'string') {
        refused++
        why.set(answer, (why.get(answer) ?? 0) + 1)
        await sleep(1_000 * (1 + Math.random()))
        continue
      }
      if (asked.length === 0 && !answer.includes(OWN_ROW)) ownLater++
      asked.push(answer.length)
      for (const [scope, cursor] of cursorsIn(answer)) cursors.set(scope, cursor)
      done = answer.includes('"done":true')
    }
    if (!cursors.get(community)?.includes(`"number":${rows}}`)) incomplete++
    sizes = asked
  }

  const seconds = await together(bed.url, people, start)
  const plain = await startPlain()
  const plainly = await together(plain.url, people, async (client) => {
    for (const size of sizes) await ask(client, `/${size}`, '{}')
  })
  await plain.stop()
  const timeouts = ms.filter((each) => each > TIMEOUT_MS).length
  return { ms, timeouts, refused, why, ownLater, incomplete, seconds, plainly }
}

/** All at once, each by a connection of their own. @returns seconds until the last is done */
async function together(
  url: string,
  people: LoggedIn[],
  one: (client: Client, person: LoggedIn) => Promise<void>,
): Promise<number> {
  const started = performance.now()
  await Promise.all(
    people.map(async (person) => {
      const client = new Client(url, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
      await one(client, person)
      await client.close()
    }),
  )
  return (performance.now() - started) / 1000
}

/** @returns the answer as it came, or why there was none */
async function ask(client: Client, path: string, body: string, token = ''): Promise<Buffer | string> {
  try {
    const answer = await client.request({
      method: 'POST',
      path,
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'gzip',
        authorization: `Bearer ${token}`,
      },
      body,
    })
    const bytes = Buffer.from(await answer.body.arrayBuffer())
    return answer.statusCode === 200 ? bytes : String(answer.statusCode)
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  }
}

/**
 * What a scope's cursor is now. Two thousand phones in one process do not unpack the rows: what stands around them
 * goes as it is, in the midst of what is squeezed.
 */
function* cursorsIn(answer: Buffer): Generator<[scope: string, cursor: string]> {
  for (let at = answer.indexOf(HEAD); at >= 0; at = answer.indexOf(HEAD, at + 1))
    for (const [, scope = '', cursor = ''] of answer
      .toString('latin1', Math.max(0, at - 64), at + 160)
      .matchAll(CURSOR))
      yield [scope, cursor]
}

/** One row that is the person's alone. */
async function giveOwnRow({ pool }: Bed, people: { id: string }[]) {
  const scopes = people.map(({ id }) => `user:${id}`)
  await pool.query(
    `insert into feed (scope, number, entity, id, row) select scope, 1, 'person', scope, '{}' from unnest($1::text[]) scope`,
    [scopes],
  )
  await pool.query(
    'insert into scopes (scope, number, count, sum) select scope, 1, 1, 0 from unnest($1::text[]) scope',
    [scopes],
  )
}

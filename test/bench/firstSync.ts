import type { Bed } from './bed'
import { connect, Phone } from './phone'

const TRIES = 3

/** A guest's phone that holds nothing yet looks at a community of 10,000 rows. The best of some tries. */
export async function firstSync({ url }: Bed, community: string) {
  const pool = connect(url, 1)
  let best = { seconds: Number.POSITIVE_INFINITY, requests: 0, bytes: 0 }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const phone = new Phone(pool, undefined, community)
    const started = performance.now()
    await phone.pullAll()
    const seconds = (performance.now() - started) / 1000
    if (phone.rows < 10_000) throw new Error(`only ${phone.rows} rows came`)
    if (seconds < best.seconds) best = { seconds, requests: phone.requests, bytes: phone.bytes }
  }
  await pool.close()
  return best
}

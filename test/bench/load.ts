import { median } from './figures'

/**
 * How many ask at a time, of the server over as many connections as of PostgreSQL: what is assumed of a district's
 * busiest minute. With fewer there is less to share, and each request's own costs count for more.
 */
export const WORKERS = 32
const ROUNDS = 5

type Once = (n: number) => Promise<unknown>

/** How many a second, with some at a time for a while. */
async function rate(once: Once, ms: number): Promise<number> {
  const until = performance.now() + ms
  let done = 0
  const worker = async () => {
    while (performance.now() < until) await once(done++)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: WORKERS }, worker))
  return (done / (performance.now() - started)) * 1000
}

/**
 * The rate of `ours` as a share of the rate of `theirs`: taken in turns, so that a machine that is busy with
 * something else is busy for both. The median of the rounds.
 */
export async function compare(ours: Once, theirs: Once, ms = 1_500): Promise<number> {
  await rate(ours, 6 * ms) // a server's code is compiled as it runs: its rate still grows for some seconds
  await rate(theirs, ms / 2)
  const shares: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const one = await rate(ours, ms)
    shares.push(one / (await rate(theirs, ms)))
  }
  return median(shares)
}

/** The time of `more` as a multiple of the time of `less`, taken in turns. */
export const growth = async (more: Once, less: Once) => 1 / (await compare(more, less))

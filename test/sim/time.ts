import { noon } from '../support/builders'
import { createDice } from '../support/dice'
import { createVirtualTime, type VirtualTime } from '../support/fakePlatform'

/** The machine's own, for what waits on PostgreSQL. */
const machine = { setTimeout }
export const inRealMs = (ms: number) => new Promise<void>((done) => machine.setTimeout(done, ms))

/** Ends one turn of the event loop. */
const turn = () => new Promise<void>((done) => setImmediate(done))

const QUIET_TURNS = 4

/** Whatever needs neither time nor the database has happened. */
export async function rest() {
  for (let turns = 0; turns < QUIET_TURNS; turns++) await turn()
}

const BEGINNING = Date.parse(noon)

let current: VirtualTime | undefined
let random = createDice(0)

/** What time it is in the run, and before the first one when all runs begin. */
export const now = () => current?.now() ?? BEGINNING

export const after = (ms: number, run: () => void) => current?.after(ms, run)

export const randomBytes = (count: number) => Buffer.from(random.bytes(count))

/** The clock, the timers and the random bytes of everything in this process follow this run from now on. */
export function beginTime(seed: number, settle: () => Promise<void>): VirtualTime {
  random = createDice(seed)
  current = createVirtualTime(BEGINNING, settle)
  return current
}

export function uuidOf(bytes: Uint8Array): `${string}-${string}-${string}-${string}-${string}` {
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

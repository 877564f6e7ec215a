import { PROTOCOL_VERSION, type SyncAnswer, type SyncRequest, syncAnswer } from 'domain/kernel/protocol'
import { NetworkFailure, type Platform } from '@/platform/port'

/** `offsetMs`: the server's clock minus this phone's, true within `withinMs`. */
export interface Heard {
  kind: 'answer'
  answer: SyncAnswer
  offsetMs: number
  withinMs: number
}

/**
 * How one round trip ended [S4]. `unreachable`: nobody answered, or not in our words (a hotel's log-in page);
 * `busy`: the server did, with 429, 5xx or something that it should not say; `badRequest`: it cannot read
 * what was asked, and will not later either.
 */
export type Outcome =
  | Heard
  | { kind: 'unreachable' }
  | { kind: 'busy' }
  | { kind: 'badRequest' }
  | { kind: 'loginNeeded' }
  | { kind: 'tooOld' }

const TIMEOUT_MS = 20_000
const UNREADABLE = [400, 413, 422]

export async function exchange(
  { request, clock }: Pick<Platform, 'request' | 'clock'>,
  body: Omit<SyncRequest, 'protocol'>,
  token: string | undefined,
): Promise<Outcome> {
  const askedAt = clock.now()
  try {
    const { status, body: said } = await request({
      method: 'POST',
      path: '/api/sync',
      body: { protocol: PROTOCOL_VERSION, ...body } satisfies SyncRequest,
      token,
      timeoutMs: TIMEOUT_MS,
    })
    if (status === 401) return { kind: 'loginNeeded' }
    if (status === 426) return { kind: 'tooOld' }
    if (UNREADABLE.includes(status)) return { kind: 'badRequest' }
    if (status !== 200) return { kind: 'busy' }
    const read = syncAnswer.safeParse(said)
    if (!read.success) return { kind: 'unreachable' }
    // The server's clock stood there somewhere between asking and hearing.
    const withinMs = (clock.now() - askedAt) / 2
    const offsetMs = Math.round(Date.parse(read.data.now) - (askedAt + withinMs))
    return { kind: 'answer', answer: read.data, offsetMs, withinMs }
  } catch (error) {
    if (error instanceof NetworkFailure) return { kind: 'unreachable' }
    throw error
  }
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000

/** [S4] Doubles with every failure in a row. */
export const pauseAfter = (failures: number) =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1))

/** Between half and all of a time, so that phones do not all come at once. */
export function jittered(ms: number, randomBytes: Platform['randomBytes']): number {
  const [byte = 0] = randomBytes(1)
  return Math.round(ms * (0.5 + byte / 512))
}

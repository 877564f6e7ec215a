import type { Fate } from './fakeCloud'

/** A small generator of its own (mulberry32), so that a seed says everything. */
export function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }
}

/** What may happen to a request. */
export const FATES: Fate[] = [
  'fine',
  'lostRequest',
  'lostReply',
  'twice',
  { delayMs: 4000 },
  { replyAfterMs: 4000 },
  { delayMs: 30_000 },
  { status: 503, code: 'unavailable' },
  { status: 429, code: 'tooMany' },
]

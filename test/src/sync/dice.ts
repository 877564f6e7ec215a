import { createDice } from '../../support/dice'
import type { Fate } from './fakeCloud'

export const dice = (seed: number) => createDice(seed).roll

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

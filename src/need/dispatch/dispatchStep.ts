import type { MoveArgs } from 'domain/need/moves'
import type { Offer } from 'domain/need/need'
import { send } from '@/client'
import { toast } from '@/platform/dialog'
import { STEP_UNDO_MS } from '@/shell/undo'

/** A step of a dispatcher, which can be taken back for a moment. @returns why it was not kept */
export function step(args: MoveArgs): string | undefined {
  const sent = send('need.move', args, { holdMs: STEP_UNDO_MS })
  return sent.ok ? undefined : sent.text
}

/** One tap: to one person, to a team, or to the pool of the community. */
export function dispatchTo(needId: string, offer: Partial<Offer>): void {
  const problem = step({ needId, action: 'dispatch', offer: { personIds: [], orgIds: [], ...offer } })
  if (problem) toast(problem)
}

import type { CommandArgs, CommandName } from 'domain/commands'
import type { Seen } from 'domain/kernel/seen'
import type { NeedRow } from 'domain/need/needRow'
import type { Sync } from '@/sync/contract'

const MOST = 50

/** [S16] A step says what its screen showed: whatever else it says, a step that is sent anew was tapped anew. */
export function withSeen<N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
  sync: Pick<Sync, 'held' | 'pending'>,
): CommandArgs<N> {
  if (name !== 'need.move') return args
  const { needId } = args as CommandArgs<'need.move'>
  return { ...args, seen: seenOf(needId, sync) }
}

function seenOf(needId: string, { held, pending }: Pick<Sync, 'held' | 'pending'>): Seen {
  const versions = held('need', needId).map(({ row }) => {
    const need = row as NeedRow
    return ('full' in need ? need.full : need.summary).version
  })
  return { version: Math.max(0, ...versions), own: pending('need', needId).slice(-MOST) }
}

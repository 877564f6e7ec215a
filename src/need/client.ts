import { titleOf } from 'domain/kernel/text'
import type { NeedRow } from 'domain/need/needRow'
import { actorIn, readRows } from '@/client/held'
import { replayNeed } from '@/client/replayNeed'
import type { Thing } from '@/client/thing'
import { keyOf } from '@/sync/contract'

interface Named {
  id?: string
}

/** What the sync is told of needs. */
export const needThing: Thing<'need'> = {
  table: 'needs',
  idOf(row) {
    const { full, summary } = (row ?? {}) as { full?: Named; summary?: Named }
    return (full ?? summary)?.id
  },
  show: (id, rows, entries, world) => replayNeed(id, rows, entries, { ...world, actor: actorIn(world) }),
  commands: {
    'need.place': {
      label: '点单',
      touches: ({ id }) => [keyOf('need', id)],
      about: ({ title, words }) => title ?? titleOf(words),
    },
    'need.move': {
      label: '处理',
      nameOf: ({ action }) => action,
      touches(move) {
        const merged = move.action === 'merge' ? [keyOf('need', move.targetId)] : []
        return [keyOf('need', move.needId), ...merged]
      },
      about: ({ needId }, held) =>
        titleIn(readRows('need', needId, held('need', needId)).map(({ row }) => row)),
    },
  },
}

function titleIn(rows: NeedRow[]): string {
  const full = rows.find((row) => 'full' in row)
  if (full && 'full' in full) return full.full.title
  const [first] = rows
  return first && 'summary' in first ? first.summary.text : ''
}

import type { Command } from 'domain/commands'
import { titleOf } from 'domain/kernel/text'
import type { NeedRow } from 'domain/need/needRow'
import type { Sync } from '@/sync/contract'
import { readRows } from './held'

/** What a command is about, in the words of the row: 楼道扶手松了. */
export function aboutOf(command: Command, held: Sync['held']): string {
  switch (command.name) {
    case 'need.place':
      return command.args.title ?? titleOf(command.args.words)
    case 'need.move':
      return titleIn(
        readRows('need', command.args.needId, held('need', command.args.needId)).map(({ row }) => row),
      )
    case 'service.save':
    case 'resource.save':
      return command.args.title
    case 'area.save':
    case 'org.save':
      return command.args.name
    case 'person.save':
      return command.args.displayName
    default:
      return '' // of another version of the app
  }
}

function titleIn(rows: NeedRow[]): string {
  const full = rows.find((row) => 'full' in row)
  if (full && 'full' in full) return full.full.title
  const [first] = rows
  return first && 'summary' in first ? first.summary.text : ''
}

import type { MoveArgs, NeedAction } from 'domain/moves'
import { cleaned } from 'domain/text'

/** What a sheet asked for, beside the action itself. */
export interface Said {
  note?: string | undefined
  score?: number | undefined
  minutes?: number | undefined
  headcount?: number | undefined
}

/** Where an action asks for more than a sheet can: the dispatcher's own page. */
export const onDesk = (action: NeedAction): action is 'dispatch' | 'merge' | 'reject' =>
  action === 'dispatch' || action === 'merge' || action === 'reject'

/** The arguments of `need.move`; nothing of what was said goes where the action knows no word for it. */
export function moveOf(needId: string, action: NeedAction, said: Said): MoveArgs {
  const note = cleaned(said.note ?? '') || undefined
  const base = { needId, note }
  switch (action) {
    case 'rate':
      return { ...base, action, score: said.score ?? 0 }
    case 'followUp':
      return { ...base, action, score: said.score }
    case 'finish':
      return { ...base, action, minutes: said.minutes }
    case 'resize':
      return { ...base, action, headcount: said.headcount ?? 0 }
    case 'dispatch':
    case 'merge':
    case 'absorb':
    case 'reschedule':
      throw new RangeError(`${action} has a form of its own`)
    default:
      return { ...base, action }
  }
}

import { cleaned } from 'domain/kernel/text'
import type { MoveArgs, NeedAction } from 'domain/need/moves'
import { buttonFace, type DeskAction } from '../actions'
import type { Said } from '../face'

/** Where an action asks for more than a sheet can: the dispatcher's own page. */
export const onDesk = (action: NeedAction): action is DeskAction => buttonFace(action)?.desk === true

/** The arguments of `need.move`; nothing of what was said goes where the action knows no word for it. */
export function moveOf(needId: string, action: NeedAction, said: Said): MoveArgs {
  const face = buttonFace(action)
  if (!face || face.desk) throw new RangeError(`${action} has no sheet`)
  const note = cleaned(said.note ?? '') || undefined
  // `ActionFace` holds `says` to what the action is told.
  return { needId, note, action, ...face.says?.(said) } as MoveArgs
}

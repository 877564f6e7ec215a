import type { CommandArgs, CommandName } from 'domain/commands'
import { dismiss, send } from '@/client'
import { toast } from '@/platform/dialog'
import { type RefusedCommand, useAppState } from '@/store/appState'

/** What is told of a change that was kept: that it is done, or will be. */
export const keptText = (done: string) => (useAppState.getState().online ? done : '已存好，联网后自动送出')

/**
 * Sends a form.
 * @param before what was refused the last time and is mended by this
 * @param id of the command that it becomes
 * @returns why it was not kept; the form then stays as it was
 */
export function sendForm<N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
  done: string,
  before: RefusedCommand | undefined,
  id: string | undefined,
): string | undefined {
  const sent = send(name, args, { id })
  if (!sent.ok) return sent.text
  if (before) dismiss(before.command.id)
  toast(keptText(done))
  return undefined
}

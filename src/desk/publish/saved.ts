import type { CommandArgs, CommandName } from 'domain/commands'
import { toast } from '@/platform/dialog'
import { goBack } from '@/platform/navigation'
import { useSession } from '@/store/session'
import { send } from '@/sync'

/** Sends a form and leaves it; a refusal is said and the form stays as it was. */
export function saveAndLeave<N extends CommandName>(name: N, args: CommandArgs<N>, done: string) {
  const sent = send(name, args)
  const offline = useSession.getState().sync === 'offline'
  toast(sent.ok ? (offline ? '已存好，联网后自动送出' : done) : sent.text)
  if (sent.ok) goBack()
}

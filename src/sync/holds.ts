import type { Platform, Stop } from '@/platform/port'
import type { Entry } from './contract'
import type { Outbox } from './outbox'

/** However far a phone's clock jumps back, nothing is held for longer. */
const LONGEST_HOLD_MS = 60_000

/**
 * 撤回: commands that wait a while before they go out, so that they can be taken back. Their time runs on
 * while the app is closed.
 * @param onLetGo the time of this one is over
 */
export function createHolds(
  { clock }: Pick<Platform, 'clock'>,
  outbox: Outbox,
  onLetGo: (entry: Entry) => void,
) {
  const running = new Map<string, Stop>()

  function begin({ command, heldUntil }: Entry) {
    if (heldUntil === undefined) return
    const left = Math.min(heldUntil - clock.now(), LONGEST_HOLD_MS)
    const stop = clock.after(left, () => {
      running.delete(command.id)
      const entry = outbox.letGo(command.id)
      if (entry) onLetGo(entry)
    })
    running.set(command.id, stop)
  }

  function end(commandId: string) {
    running.get(commandId)?.()
    running.delete(commandId)
  }

  for (const entry of outbox.held()) begin(entry)
  return {
    begin,
    end,
    takeBack(commandId: string): Entry | undefined {
      end(commandId)
      return outbox.takeBack(commandId)
    },
    stop() {
      for (const commandId of [...running.keys()]) end(commandId)
    },
  }
}

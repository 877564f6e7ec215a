import type { Platform, Stop } from '@/platform/port'

/** An unsent command waits so long for the window that is to send it: a browser may have put that to sleep. */
const TAKE_OVER_MS = 30_000

interface TurnOptions {
  platform: Pick<Platform, 'windows' | 'clock' | 'screen' | 'network'>
  /** Something is to be sent, by whichever window. */
  unsent(): boolean
  /** This window is the one now that sends and keeps rows, or is it no more. */
  onTurn(): void
  /** Another window has set or removed this key. */
  onStored(key: string): void
}

/** Two windows of one browser have one outbox, and one of them sends it. */
export function createTurn({ platform, unsent, onTurn, onStored }: TurnOptions) {
  const { windows, clock, screen, network } = platform
  let impatient: Stop | undefined

  function calm() {
    impatient?.()
    impatient = undefined
  }

  return {
    start(): Stop[] {
      return [windows.onChange(onTurn), windows.onStored(onStored), calm]
    },
    /** [S12] A window that is looked at does not wait for ever for another. */
    watch() {
      if (windows.writes() || !unsent() || !screen.visible() || !network.online()) return calm()
      impatient ??= clock.after(TAKE_OVER_MS, () => {
        impatient = undefined
        windows.takeOver()
      })
    },
  }
}

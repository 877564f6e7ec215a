import type { Platform, Stop } from '@/platform/port'

/** So long an unsent command waits for the leader window, which the browser may have suspended. */
const TAKE_OVER_MS = 30_000

interface LeaderElectionOptions {
  platform: Pick<Platform, 'windows' | 'clock' | 'screen' | 'network'>
  /** Something is to be sent, by whichever window. */
  unsent(): boolean
  /** This window has become leader, or is leader no longer. */
  onLeadership(): void
  /** Another window has set or removed this key. */
  onStored(key: string): void
}

/** Windows of one browser share one outbox: the leader alone sends it and persists rows. */
export function createLeaderElection({ platform, unsent, onLeadership, onStored }: LeaderElectionOptions) {
  const { windows, clock, screen, network } = platform
  let takingOver: Stop | undefined

  function calm() {
    takingOver?.()
    takingOver = undefined
  }

  return {
    start(): Stop[] {
      return [windows.onChange(onLeadership), windows.onStored(onStored), calm]
    },
    /** [S12] A visible window takes over from a leader that does not send. */
    watch() {
      if (windows.isLeader() || !unsent() || !screen.visible() || !network.online()) return calm()
      takingOver ??= clock.after(TAKE_OVER_MS, () => {
        takingOver = undefined
        windows.takeOver()
      })
    },
  }
}

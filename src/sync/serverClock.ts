import type { Instant } from 'domain/kernel/time'
import type { Platform } from '@/platform/port'
import { keepIfRoom, readJson } from './storage'

const KEY = 'xf/clockOffset'

/** The server's time as well as this phone can know it, also after a restart without a network. */
export function createServerClock({ clock, storage }: Pick<Platform, 'clock' | 'storage'>) {
  let offsetMs = readJson<number>(storage, KEY) ?? 0
  const millis = () => clock.now() + offsetMs
  return {
    millis,
    now: (): Instant => new Date(millis()).toISOString(),
    offsetMs: () => offsetMs,
    /** An estimate that what is known does not contradict changes nothing, so that times do not jump about. */
    hear(estimateMs: number, withinMs: number) {
      if (Math.abs(estimateMs - offsetMs) <= withinMs) return
      offsetMs = estimateMs
      keepIfRoom(storage, KEY, offsetMs)
    },
  }
}
export type ServerClock = ReturnType<typeof createServerClock>

import type { Storage } from '@/platform/port'
import type { SentLine } from './contract'
import { keepIfRoom, readJson } from './storage'

const MOST_LISTED = 10

/** Of one local day. */
interface Sent {
  day: string
  count: number
  newest: SentLine[]
}

/** What the server took today, for those who want to be sure. */
export function createSent(storage: Storage, prefix: string) {
  const keptAs = `${prefix}sent`
  let sent = readJson<Sent>(storage, keptAs)
  const on = (day: string): Sent => (sent?.day === day ? sent : { day, count: 0, newest: [] })

  return {
    on,
    add(day: string, taken: SentLine[]) {
      if (taken.length === 0) return
      const { count, newest } = on(day)
      const lines = [...taken].reverse().concat(newest)
      sent = { day, count: count + taken.length, newest: lines.slice(0, MOST_LISTED) }
      keepIfRoom(storage, keptAs, sent)
    },
    /** Another window has written. */
    reread(key: string) {
      if (key === keptAs) sent = readJson<Sent>(storage, key)
    },
    forget: () => storage.remove(keptAs),
  }
}

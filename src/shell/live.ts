import type { Instant } from 'domain/kernel/time'
import { lineText } from '@/format/times'
import type { AppState } from '@/store/appState'

/**
 * Whether a list moves by itself, and of when it is where it does not.
 * @param come how many rows have come a moment ago
 */
export function liveDotProps(
  { sync, filled, lastSyncAt }: Pick<AppState, 'sync' | 'filled' | 'lastSyncAt'>,
  now: Instant,
  come = 0,
): { text: string; live: boolean } {
  const live = sync === 'idle' || sync === 'sending'
  if (live) return { text: come > 0 ? `刚刚更新，多了 ${come} 件` : '刚刚更新', live }
  const kept = filled && lastSyncAt
  return { text: kept ? `${lineText(lastSyncAt, now)} 存下的` : '还没有存下来', live }
}

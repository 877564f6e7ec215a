import type { Command } from 'domain/commands'
import type { Instant } from 'domain/kernel/time'
import type { Resource } from 'domain/listing/resource'
import { type Service, upcoming } from 'domain/listing/service'
import type { AppState } from '@/store/appState'
import type { TagProps } from '@/ui/Tag'

export const isService = (item: Service | Resource): item is Service => 'sessions' in item

/** Why something that stands on a list wants a look: nobody can have it any more. */
export function staleText(item: Service | Resource, now: Instant): string | undefined {
  if (!item.listed) return undefined
  if (!isService(item)) return item.quantity === 0 ? '已经没有了' : undefined
  return item.sessions.length > 0 && upcoming(item, now).length === 0 ? '场次都过了' : undefined
}

const saves = ({ name, args }: Command, id: string) =>
  (name === 'service.save' || name === 'resource.save') && args.id === id

/** How the newest change to an item stands on this phone: still to be sent, or not taken. */
export function savingOf(
  id: string,
  { outbox, refused }: Pick<AppState, 'outbox' | 'refused'>,
): 'waiting' | 'failed' | undefined {
  const sent = outbox.filter(({ command }) => saves(command, id))
  if (sent.some(({ state }) => state === 'aside') || refusedSave(id, refused)) return 'failed'
  return sent.length > 0 ? 'waiting' : undefined
}

/** What was typed is in its command, to be mended and saved anew. */
export const refusedSave = (id: string, refused: AppState['refused']) =>
  [...refused].reverse().find(({ command }) => saves(command, id))

/** The one mark of a card: what this phone still owes, then how the item stands. */
export function keptTag(
  item: Service | Resource,
  saving: 'waiting' | 'failed' | undefined,
  now: Instant,
): TagProps | undefined {
  if (saving === 'waiting') return { text: '待发送', tone: 'warn', icon: 's-queued' }
  if (saving === 'failed') return { text: '没送成', tone: 'late', icon: 's-failed' }
  if (!item.listed) return { text: '已下架' }
  const stale = staleText(item, now)
  return stale ? { text: stale, tone: 'warn' } : undefined
}

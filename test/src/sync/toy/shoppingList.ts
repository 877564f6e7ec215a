import type { Platform } from '@/platform/port'
import type { Replay, Status } from '@/sync/contract'
import { createSync } from '@/sync/engine'

type Item = { text: string; bought: boolean }
export type Shopping = { 'item.add': { id: string; text: string }; 'item.buy': { id: string } }

/** What people see of one item: as the server has it, and what this phone has done since. */
const replay: Replay<Item, Shopping> = {
  touches: ({ args }) => [`item/${args.id}`],
  show(_key, [confirmed], entries) {
    let item = confirmed?.row as Item | undefined
    for (const { command } of entries)
      if (command.name === 'item.add') item ??= { text: command.args.text, bought: false }
      else item &&= { ...item, bought: true }
    return { view: item }
  },
}

export const openShoppingList = (
  platform: Platform,
  items: Map<string, Item>,
  onStatus: (now: Status<Shopping>) => void,
) =>
  createSync<Item, Shopping>({
    platform,
    replay,
    check: (_name, args) => ('text' in args && args.text === '' ? { code: 'empty' } : { args }),
    wordsFor: (code) => (code === 'empty' ? 'Write what to buy' : `Not kept: ${code}`),
    onRows(changed, anew) {
      if (anew) items.clear()
      for (const [key, item] of changed) item ? items.set(key, item) : items.delete(key)
    },
    onStatus,
    onTrouble: console.error,
  })

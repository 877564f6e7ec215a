import type { Trouble } from 'domain/kernel/protocol'
import type { Storage } from '@/platform/port'
import { keepIfRoom, readJson } from './storage'

const KEY = 'xf/troubles'
/** As many as a build may tell; after so many others nobody needs more. */
const MOST = 20
const PLACE_MAX = 60
const MESSAGE_MAX = 200

interface Kept {
  build: string
  told: Trouble[]
  untold: Trouble[]
}

/**
 * [S17] Mistakes of ours on this phone, for the server's log: each once for a build, over restarts. Without anything
 * about people: of an error only the words of the program stay.
 */
export function createTroubles(storage: Storage, build: string) {
  const before = readJson<Kept>(storage, KEY)
  let { told, untold }: Kept = before?.build === build ? before : { build, told: [], untold: [] }

  const change = (next: Partial<Kept>) => {
    told = next.told ?? told
    untold = next.untold ?? untold
    keepIfRoom(storage, KEY, { build, told, untold })
  }

  return {
    note(error: unknown, where: string) {
      const [place, message] = [plain(where, PLACE_MAX), plain(String(error), MESSAGE_MAX)]
      const all = [...told, ...untold]
      if (all.length >= MOST || all.some((each) => each.place === place && each.message === message)) return
      change({ untold: [...untold, { build, place, message }] })
    },
    untold: () => untold,
    told(these: Trouble[]) {
      if (these.length === 0) return
      change({ told: [...told, ...these], untold: untold.filter((each) => !these.includes(each)) })
    },
  }
}
export type Troubles = ReturnType<typeof createTroubles>

/** Words of the program are Latin letters; what people wrote, ids and numbers are left out. */
const plain = (text: string, most: number) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '#')
    .replace(/(["'`])(?![A-Za-z]{1,30}\1)[^\n]*?\1/g, '…')
    .replace(/[^ -~]+/g, '…')
    .replace(/\w*\d\w*/g, '#')
    .slice(0, most)

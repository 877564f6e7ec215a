import { NOTE_MAX, openNotices } from '../db/notices'
import type { Db } from '../db/pool'
import { createCoalescer } from './coalescer'
import type { Live, News } from './live'

/** Under load what happens meanwhile is told together. */
const JOIN_MS = 20
/** Of more scopes than these it is only said that any may have moved. */
const SCOPES_MAX = 2_000

/** First letters of the words of a note. */
const SCOPE = 's'
const RIGHTS = 'r'
const LOGIN = 'l'
const ANY_SCOPE = '*'

export interface Relay {
  /** After the commit: the own sockets hear it at once, the other servers in a moment. */
  tell: (news: News) => void
  /** Says first what is not said yet. */
  close: () => Promise<void>
}

/** Makes one of all servers on a database: what one of them tells is heard by the sockets of each. */
export async function openRelay(
  db: Db,
  live: Pick<Live, 'hear' | 'lookAgain'>,
  onError: (error: unknown) => void,
): Promise<Relay> {
  let untold = new Set<string>()
  const turns = createCoalescer(flush, JOIN_MS)

  const notices = await openNotices(
    db,
    {
      heard: (note) => live.hear(unpack(note)),
      missed: () => {
        live.lookAgain()
        void flush()
      },
    },
    onError,
  )

  async function flush() {
    const words = untold
    untold = new Set()
    try {
      if (words.size > 0) await notices.tell(pack(words))
    } catch {
      untold = new Set([...words, ...untold]) // goes with the next, at the latest when the connection is back
    }
  }

  return {
    tell: (news) => {
      live.hear(news)
      for (const word of wordsOf(news)) untold.add(word)
      if (untold.size > 0) turns.soon()
    },
    close: async () => {
      turns.stop()
      await flush()
      await notices.close()
    },
  }
}

const wordsOf = ({ scopes = [], rights = [], logins = [] }: News) => [
  ...(scopes === 'any' ? [ANY_SCOPE] : scopes.map((scope) => SCOPE + scope)),
  ...rights.map((personId) => RIGHTS + personId),
  ...logins.map((login) => LOGIN + login),
]

function pack(words: Set<string>): string[] {
  const scopes = [...words].filter((word) => word[0] === SCOPE)
  const others = [...words].filter((word) => word[0] !== SCOPE)
  const notes: string[] = []
  for (const word of [...others, ...(scopes.length > SCOPES_MAX ? [ANY_SCOPE] : scopes)]) {
    const longer = `${notes.at(-1)} ${word}`
    if (notes.length === 0 || longer.length > NOTE_MAX) notes.push(word)
    else notes[notes.length - 1] = longer
  }
  return notes
}

function unpack(note: string): News {
  const words = note.split(' ')
  const all = (kind: string) => words.filter((word) => word[0] === kind).map((word) => word.slice(1))
  const anyScope = words.includes(ANY_SCOPE)
  return { scopes: anyScope ? 'any' : all(SCOPE), rights: all(RIGHTS), logins: all(LOGIN) }
}

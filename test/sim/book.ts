import type { Command } from 'domain/commands'
import type { Answer, SyncAnswer } from 'domain/kernel/protocol'
import type { Client } from 'pg'

/** What became of a command, as people and phones know. */
export interface Kept {
  phone: string
  personId: string
  command: Command
  takenBack: boolean
  /** Set aside, told, and given up by people. */
  givenUp: boolean
  /** Told to people as refused. */
  refused: string | undefined
  aside: boolean
  /** A phone has heard that it is applied. */
  acknowledged: boolean
  /** Gone with a backup that knows nothing of it. */
  lost: boolean
}

/** What happened in a run, from outside of the server and the phones; and what must not have. */
export function createBook(note: (line: string) => void) {
  const blames: string[] = []
  const commands = new Map<string, Kept>()
  /** What the server answered first, whether anybody heard it or not. */
  const executed = new Map<string, Answer>()

  /** Tasks that screens have shown as somebody's own: to be looked up, and found true. */
  const wins = new Map<string, string>()
  const trueWins = new Set<string>()

  const keyOf = (personId: string, commandId: string) => `${personId}/${commandId}`
  const of = (personId: string, commandId: string) => commands.get(keyOf(personId, commandId))

  return {
    blames,
    commands,
    executed,
    of,
    blame(what: string) {
      note(`— blamed: ${what}`)
      if (blames.length < 20) blames.push(what)
    },
    /** @returns whether it is new */
    kept(phone: string, personId: string, command: Command): boolean {
      const known = of(personId, command.id)
      if (known) return false
      commands.set(keyOf(personId, command.id), {
        phone,
        personId,
        command,
        takenBack: false,
        givenUp: false,
        refused: undefined,
        aside: false,
        acknowledged: false,
        lost: false,
      })
      return true
    },
    takenBack(personId: string, commandId: string) {
      const kept = of(personId, commandId)
      if (kept) kept.takenBack = true
    },
    givenUp(personId: string, commandId: string) {
      const kept = of(personId, commandId)
      if (kept) kept.givenUp = true
    },
    /** The server has answered a sync, even if nobody hears of it. */
    answered({ personId, answers }: SyncAnswer) {
      if (!personId) return
      for (const answer of answers) {
        const key = keyOf(personId, answer.id)
        const before = executed.get(key)
        if (before?.ok && !answer.ok && !answer.retry)
          blames.push(`[S3] ${key} was applied, and is answered ${answer.code} on a repeat`)
        if (!before?.ok) executed.set(key, answer)
      }
    },
    /** What a restored backup does not know is lost, whoever has heard of it. */
    async forgetLost(observer: Client) {
      const { rows } = await observer.query("select actor_id || '/' || id as key from commands")
      const known = new Set(rows.map(({ key }) => key as string))
      for (const [key, kept] of commands)
        if (!known.has(key) && (executed.delete(key) || kept.acknowledged)) kept.lost = true
    },
    /** A screen shows that somebody has a task: to be compared with the database. */
    won(personId: string, needId: string, phone: string) {
      const key = `${personId}/${needId}`
      if (!trueWins.has(key)) wins.set(key, `[S9] ${needId} shows as won on ${phone}, and is not`)
    },
    wins,
    trueWins,
  }
}
export type Book = ReturnType<typeof createBook>

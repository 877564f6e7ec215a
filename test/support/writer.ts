import type { CommandArgs, CommandName } from 'domain/commands'
import { type Answer, PROTOCOL_VERSION, type SyncAnswer } from 'domain/kernel/protocol'
import { newId, nowText } from './seed'
import type { LoggedIn } from './writtenPeople'

const PATIENCE_MS = 5_000
const PAUSE_MS = 50

interface Acknowledged {
  commandId: string
  args: CommandArgs<CommandName>
  answer: Extract<Answer, { ok: true }>
}

/**
 * Somebody who writes as a phone does, command after command, each sent again until it is answered. All of it is
 * placing a need and then adding words to it, for what is added twice can be seen.
 */
export function createWriter({ id, token }: LoggedIn, community: string) {
  const device = newId()
  const acknowledged: Acknowledged[] = []
  let seq = 0
  let running = true
  /** When the last command that was answered had been begun. */
  let begunAt = 0

  async function post(url: string, push: object[]): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${url}/api/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ protocol: PROTOCOL_VERSION, device, push, cursors: {} }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      if (response.status !== 200 && response.status !== 503) throw new Wrong(`${response.status}`)
      return ((await response.json()) as SyncAnswer).answers?.[0]
    } catch (error) {
      if (error instanceof Wrong) throw error
      return undefined // nobody there, or gone in the middle
    }
  }

  async function send<N extends CommandName>(url: string, name: N, args: CommandArgs<N>) {
    const command = { id: newId(), seq: ++seq, name, args, at: nowText() }
    const begun = performance.now()
    for (;;) {
      const answer = await post(url, [command])
      if (answer?.ok) {
        acknowledged.push({ commandId: command.id, args, answer })
        begunAt = begun
        return
      }
      if (answer && answer.code !== 'unavailable') throw new Wrong(`${name}: ${answer.code}`)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())))
    }
  }

  return {
    id,
    acknowledged,
    begunAt: () => begunAt,
    stop() {
      running = false
    },
    async write(url: string) {
      while (running) {
        const needId = newId()
        await send(url, 'need.place', {
          id: needId,
          kind: 'help',
          categoryCode: 'help-power',
          communityCode: community,
          words: '客厅灯不亮了，换过灯泡还是不行',
          answers: { what: '灯不亮', smell: false },
          urgency: 'normal',
          consent: true,
        })
        for (let n = 0; running && n < 3; n++)
          await send(url, 'need.move', { needId, action: 'add', note: `补充第 ${n + 1} 句` })
      }
    },
    /** Sends the newest again, as if its answer had not come. */
    async repeat(url: string) {
      const last = acknowledged.at(-1)
      if (!last) throw new Error('nothing was written')
      const name = 'id' in last.args ? 'need.place' : 'need.move'
      const command = { id: last.commandId, seq, name, args: last.args, at: nowText() }
      return { before: last.answer, now: await post(url, [command]) }
    },
  }
}
export type Writer = ReturnType<typeof createWriter>

/** An answer that trouble of ours does not excuse. */
class Wrong extends Error {}

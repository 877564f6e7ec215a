import { randomBytes } from 'node:crypto'
import type { CommandArgs, CommandName } from 'domain/commands'
import { uuid7 } from 'domain/kernel/id'
import { type Answer, PROTOCOL_VERSION, type SyncAnswer } from 'domain/kernel/protocol'

const newId = () => uuid7(Date.now(), randomBytes(10))

/** Somebody of the demo who speaks to the server without a phone's screen. */
export interface Caller {
  send<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Answer>
  /** What their scopes hold now, as JSON text by scope. */
  holds(): Promise<Record<string, string>>
}

export async function callAs(url: string, key: string): Promise<Caller> {
  const post = async (path: string, body: object, token?: string) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token) headers.authorization = `Bearer ${token}`
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { token } = await post('/api/login/demo', { person: key })
  const device = newId()
  let seq = 0
  const sync = (push: object[]) =>
    post('/api/sync', { protocol: PROTOCOL_VERSION, device, push, cursors: {} }, token) as Promise<SyncAnswer>

  return {
    send: async (name, args) => {
      const at = new Date().toISOString()
      const { answers } = await sync([{ id: newId(), seq: ++seq, name, args, at }])
      if (!answers[0]) throw new Error(`${name} was not answered`)
      return answers[0]
    },
    holds: async () => {
      const { changes } = await sync([])
      return Object.fromEntries(
        Object.entries(changes).map(([scope, { rows }]) => [scope, JSON.stringify(rows)]),
      )
    },
  }
}

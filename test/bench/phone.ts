import { gunzipSync } from 'node:zlib'
import type { CommandArgs, CommandName } from 'domain/commands'
import { type Answer, type Cursor, PROTOCOL_VERSION, type SyncAnswer } from 'domain/kernel/protocol'
import { Pool } from 'undici'
import { newId } from '../support/seed'
import { WORKERS } from './load'

/** A phone as the server sees one: its token, its cursors, and how many bytes it was sent. */
export class Phone {
  cursors: Record<string, Cursor> = {}
  requests = 0
  bytes = 0
  rows = 0
  private readonly device = newId()
  private seq = 0

  constructor(
    private readonly pool: Pool,
    private readonly token?: string,
    private readonly watching?: string,
  ) {}

  /** One request: pushes a command, if any, and pulls one page. */
  async sync<N extends CommandName>(command?: { name: N; args: CommandArgs<N> }) {
    const push = command ? [{ id: newId(), seq: ++this.seq, at: new Date().toISOString(), ...command }] : []
    const text = await this.post({
      protocol: PROTOCOL_VERSION,
      device: this.device,
      push,
      cursors: this.cursors,
      ...(this.watching ? { watching: this.watching } : {}),
    })
    const answer = JSON.parse(text) as SyncAnswer
    for (const [scope, { cursor, rows }] of Object.entries(answer.changes)) {
      this.cursors[scope] = cursor
      this.rows += rows.length
    }
    return answer
  }

  async send<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Answer> {
    const [answer] = (await this.sync({ name, args })).answers
    if (!answer) throw new Error(`${name} was not answered`)
    return answer
  }

  /** Pulls until there is no more. */
  async pullAll() {
    while (!(await this.sync()).done);
  }

  private async post(body: object): Promise<string> {
    const {
      statusCode,
      headers,
      body: answer,
    } = await this.pool.request({
      method: 'POST',
      path: '/api/sync',
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'gzip',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    this.requests++
    this.bytes += bytes.length
    const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
    if (statusCode !== 200) throw new Error(`POST /api/sync: ${statusCode} ${text}`)
    return text
  }
}

/** Reads a page as a list does; its JSON is parsed, as a phone must. */
export async function getPage(pool: Pool, path: string, token: string): Promise<{ rows: unknown[] }> {
  const { statusCode, body } = await pool.request({
    method: 'GET',
    path,
    headers: { authorization: `Bearer ${token}` },
  })
  const text = await body.text()
  if (statusCode !== 200) throw new Error(`GET ${path}: ${statusCode} ${text}`)
  return JSON.parse(text)
}

export const connect = (url: string, connections = WORKERS) => new Pool(url, { connections, pipelining: 1 })

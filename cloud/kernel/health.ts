import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import * as z from 'zod'
import { isMigrated } from '../db/migrate'
import type { App, Context } from './context'

const health = z.object({
  database: z.boolean(),
  migrated: z.boolean(),
  version: z.string(),
  protocol: z.int(),
})
const WAIT_MS = 3_000

export function healthRoutes(app: App, { db }: Context, version: string) {
  app.get(
    '/api/health',
    { schema: { summary: '是否正常', response: { 200: health, 503: health } } },
    async (request, reply) => {
      const state = await Promise.race([
        stateOf(db),
        new Promise<State>((resolve) => setTimeout(resolve, WAIT_MS, DOWN).unref()),
      ]).catch((error) => {
        request.log.error({ err: error })
        return DOWN
      })
      reply.header('cache-control', 'no-store')
      return reply
        .code(state.database && state.migrated ? 200 : 503)
        .send({ ...state, version, protocol: PROTOCOL_VERSION })
    },
  )
}

interface State {
  database: boolean
  migrated: boolean
}
const DOWN: State = { database: false, migrated: false }

async function stateOf(db: Context['db']): Promise<State> {
  return { database: true, migrated: await isMigrated(db) }
}

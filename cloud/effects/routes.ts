import { failedEffects } from 'domain/api'
import { coordinates } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { id } from 'domain/kernel/text'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Context } from '../kernel/context'
import { requireActor } from '../login/auth'
import { listFailed, tryAgain } from './effectRepo'

const MOST = 100

/** What follows a command and was given up, for those who coordinate the whole district. */
export function effectRoutes(app: App, { db, config, now, doEffects }: Context) {
  const requireRight = (request: FastifyRequest) => {
    if (!coordinates(requireActor(request), config.district)) throw new Refused('notAllowed')
  }

  app.get(
    '/api/effects/failed',
    { schema: { summary: '没有办成的后续', response: { 200: failedEffects } } },
    async (request, reply) => {
      requireRight(request)
      reply.header('cache-control', 'no-store')
      return { rows: await listFailed(db, MOST) }
    },
  )

  app.post(
    '/api/effects/:id/retry',
    { schema: { summary: '再试一次', params: z.object({ id }) } },
    async (request, reply) => {
      requireRight(request)
      if (!(await tryAgain(db, request.params.id, now()))) throw new Refused('notFound')
      void doEffects()
      return reply.code(204).send()
    },
  )
}

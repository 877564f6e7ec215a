import { demoIdentities, loginAnswer } from 'domain/api'
import { Refused } from 'domain/kernel/refusal'
import * as z from 'zod'
import type { App, Context } from '../kernel/context'
import { requireActor, tokenOf } from './auth'
import { demoPeople, requireDemo } from './demo'
import { issueToken, loginOf, revokeToken } from './tokens'

export function peopleRoutes(app: App, context: Context) {
  const { db, tell } = context

  app.get(
    '/api/login/demo',
    { schema: { summary: '演示身份', response: { 200: demoIdentities } } },
    async (request) => {
      requireDemo(context, request)
      return { people: await demoPeople(db) }
    },
  )

  app.post(
    '/api/login/demo',
    {
      schema: {
        summary: '以演示身份登录',
        /** The key or the id of an identity. */
        body: z.strictObject({ person: z.string().max(60) }),
        response: { 200: loginAnswer },
      },
    },
    async (request, reply) => {
      requireDemo(context, request)
      const people = await demoPeople(db)
      const person = people.find(({ key, id }) => [key, id].includes(request.body.person))
      if (!person) throw new Refused('notFound')
      const { id, displayName } = person
      reply.header('cache-control', 'no-store')
      return { token: await issueToken(db, id), person: { id, displayName } }
    },
  )

  app.post('/api/logout', { schema: { summary: '退出登录' } }, async (request, reply) => {
    requireActor(request)
    const token = tokenOf(request)
    if (token) {
      await revokeToken(db, token)
      tell({ logins: [loginOf(token)] })
    }
    return reply.code(204).send()
  })
}

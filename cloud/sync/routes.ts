import { scopesOf } from 'domain/access'
import type { Actor } from 'domain/actor'
import { type Answer, OLDEST_PROTOCOL, PROTOCOL_VERSION, syncAnswer } from 'domain/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/refusal'
import { type OurSyncRequest, ourSyncRequest } from 'domain/synced'
import type { FastifyReply } from 'fastify'
import { execute } from '../commands/execute'
import { acceptsGzip, ZIPPED_FROM } from '../compress'
import type { App, Context } from '../context'
import { isUnreachable } from '../db/errors'
import { gzipOf, stored } from '../gzip'
import type { SharedPage } from './pages'
import { pull } from './pull'

export function syncRoutes(app: App, context: Context) {
  const { instance, config, readPages, pageRows } = context

  app.post(
    '/api/sync',
    { schema: { summary: '同步：送出指令，取回变化', body: ourSyncRequest, response: { 200: syncAnswer } } },
    async ({ body, actor, headers, log }, reply) => {
      if (body.protocol < OLDEST_PROTOCOL) throw new Refused('tooOld')
      if (body.differed?.length) log.warn({ scopes: body.differed }, 'a phone differed from the checksum')
      const answers = await push(context, body, actor, (error) => log.error({ err: error }))
      const scopes = scopesOf(actor, config.district, body.watching)
      const { changes, done, checksums } = await pull(
        readPages,
        instance.epoch,
        scopes,
        body.cursors,
        pageRows,
      )
      const head = JSON.stringify({
        protocol: PROTOCOL_VERSION,
        now: context.now(),
        personId: actor?.id,
        answers,
        scopes,
        done,
        checksums,
      })
      const parts = [`${head.slice(0, -1)},"changes":`, ...changes, '}']
      reply.header('cache-control', 'no-store').type('application/json')
      return reply.send((await spliced(parts, reply, headers['accept-encoding'])) as never)
    },
  )
}

/**
 * The rows are never parsed on the way from the feed to the phone; and what goes to many is squeezed once, then put
 * into every answer as it is.
 */
async function spliced(
  parts: (string | SharedPage)[],
  reply: FastifyReply,
  accepted: string | undefined,
): Promise<string | Buffer> {
  const long = parts.some((part) => typeof part !== 'string' && part.rows.length >= ZIPPED_FROM)
  if (!long || !acceptsGzip(accepted))
    return parts.map((part) => (typeof part === 'string' ? part : part.rows)).join('')
  const pieces = parts.map((part) => {
    if (typeof part === 'string') return stored(part)
    return part.rows.length < ZIPPED_FROM ? stored(part.rows) : part.squeezed()
  })
  reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  return gzipOf(await Promise.all(pieces))
}

/** In order, one by one. Trouble of ours ends it: what follows stays unanswered and comes again. [S2] [S4] */
async function push(
  context: Context,
  { push: commands, device }: OurSyncRequest,
  actor: Actor | undefined,
  onError: (error: unknown) => void,
): Promise<Answer[]> {
  if (!actor) return commands.map(({ id }) => refused(id, 'loginNeeded'))
  const answers: Answer[] = []
  for (const command of commands) {
    try {
      answers.push(await execute(context, command, actor, { now: context.now(), device }))
    } catch (error) {
      onError(error)
      // [S4] Of what the command cannot help, nothing is held against it.
      answers.push(refused(command.id, isUnreachable(error) ? 'unavailable' : 'internal'))
      break
    }
  }
  return answers
}

const refused = (id: string, code: RefusalCode): Answer => ({
  id,
  ok: false,
  code,
  text: REFUSALS[code].text,
  retry: REFUSALS[code].retry,
})

import type { Actor } from 'domain/kernel/actor'
import { type Answer, OLDEST_PROTOCOL, PROTOCOL_VERSION, syncAnswer } from 'domain/kernel/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/kernel/refusal'
import { scopesOf } from 'domain/kernel/scope'
import { type OurSyncRequest, ourSyncRequest } from 'domain/synced'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { execute } from '../commands/execute'
import { isUnreachable } from '../db/errors'
import { acceptsGzip } from '../kernel/compress'
import type { App, Context } from '../kernel/context'
import { compressed, gzipOf, type Piece, stored, unpacked, ZIPPED_FROM } from '../kernel/gzip'
import { authenticate } from '../login/auth'
import { pull } from './pull'
import { createTroubleLog } from './troubles'

export function syncRoutes(app: App, context: Context) {
  const { instance, config, readPages, pageRows } = context
  const unheard = createTroubleLog()

  app.post(
    '/api/sync',
    { schema: { summary: '同步：送出指令，取回变化', body: ourSyncRequest, response: { 200: syncAnswer } } },
    async (request, reply) => {
      const { body, headers, log } = request
      if (body.protocol < OLDEST_PROTOCOL) throw new Refused('tooOld')
      for (const trouble of unheard(body.troubles)) log.warn({ trouble }, 'a phone met a mistake of ours')
      if (body.differed?.length) log.warn({ scopes: body.differed }, 'a phone differed from the checksum')
      const { answers, actor } = await push(context, request, body)
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
 * The rows are never parsed on the way from the feed to the phone; and what goes to many is compressed once, then put
 * into every answer as it is.
 */
async function spliced(
  parts: (string | Piece)[],
  reply: FastifyReply,
  accepted: string | undefined,
): Promise<string | Buffer> {
  const long = parts.some((part) => part.length >= ZIPPED_FROM)
  if (!long || !acceptsGzip(accepted)) return (await Promise.all(parts.map(textOf))).join('')
  reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  return gzipOf(await Promise.all(parts.map(pieceOf)))
}

const textOf = (part: string | Piece) => (typeof part === 'string' ? part : unpacked(part))

function pieceOf(part: string | Piece): Piece | Promise<Piece> {
  if (typeof part !== 'string') return part
  return part.length < ZIPPED_FROM ? stored(part) : compressed(part)
}

/**
 * In order, one by one, each with the rights of its moment. Trouble of ours ends it: what follows stays unanswered and
 * comes again. [S2] [S4] [S10]
 * @returns who asks, as they are now
 */
async function push(
  context: Context,
  request: FastifyRequest,
  { push: commands, device }: OurSyncRequest,
): Promise<{ answers: Answer[]; actor: Actor | undefined }> {
  const answers: Answer[] = []
  let { actor } = request
  for (const command of commands) {
    if (!actor) {
      answers.push(refused(command.id, 'loginNeeded'))
      continue
    }
    try {
      answers.push(await execute(context, command, actor, { now: context.now(), device }))
    } catch (error) {
      request.log.error({ err: error })
      // [S4] Of what the command cannot help, nothing is held against it.
      answers.push(refused(command.id, isUnreachable(error) ? 'unavailable' : 'internal'))
      break
    }
    if (commands.length > 1) actor = await authenticate(context.actorOf, request)
  }
  return { answers, actor }
}

const refused = (id: string, code: RefusalCode): Answer => ({
  id,
  ok: false,
  code,
  text: REFUSALS[code].text,
  retry: REFUSALS[code].retry,
})

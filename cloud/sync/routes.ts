import { scopesOf } from 'domain/access'
import type { Actor } from 'domain/actor'
import { type Answer, OLDEST_PROTOCOL, PROTOCOL_VERSION, syncAnswer } from 'domain/protocol'
import { REFUSALS, type RefusalCode, Refused } from 'domain/refusal'
import { type OurSyncRequest, ourSyncRequest } from 'domain/synced'
import { execute } from '../commands/execute'
import type { App, Context } from '../context'
import { isUnreachable } from '../db/errors'
import { pull } from './pull'

export function syncRoutes(app: App, context: Context) {
  const { instance, config, readPages, pageRows } = context

  app.post(
    '/api/sync',
    { schema: { summary: '同步：送出指令，取回变化', body: ourSyncRequest, response: { 200: syncAnswer } } },
    async ({ body, actor, log }, reply) => {
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
      reply.header('cache-control', 'no-store')
      // Spliced as text: the rows are never parsed on the way from the feed to the phone.
      return reply.type('application/json').send(`${head.slice(0, -1)},"changes":${changes}}` as never)
    },
  )
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

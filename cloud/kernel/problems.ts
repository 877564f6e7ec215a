import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from 'domain/api'
import { REFUSALS, type RefusalCode, Refused } from 'domain/kernel/refusal'
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isUnreachable, isUnstorable } from '../db/errors'

/** Fastify's own refusals, as people read them. */
const FRAMEWORK: Record<number, { code: RefusalCode; text: string }> = {
  404: { code: 'notFound', text: REFUSALS.notFound.text },
  413: { code: 'badRequest', text: '内容太长了，请分几次送' },
  415: { code: 'badRequest', text: '只收 JSON 格式的内容' },
  431: { code: 'badRequest', text: REFUSALS.badRequest.text },
}

interface Verdict {
  status: number
  code: RefusalCode
  text: string
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof Refused) return { ...REFUSALS[error.code], code: error.code }
  if (isUnstorable(error)) return { ...REFUSALS.badRequest, code: 'badRequest' }
  if (isUnreachable(error)) return { ...REFUSALS.unavailable, code: 'unavailable' }
  const { statusCode = 500 } = error as FastifyError
  if (statusCode >= 500 || statusCode < 400) return { ...REFUSALS.internal, code: 'internal' }
  const { code, text } = FRAMEWORK[statusCode] ?? {
    code: 'badRequest' as const,
    text: REFUSALS.badRequest.text,
  }
  return { status: FRAMEWORK[statusCode] ? statusCode : 400, code, text }
}

/** What never became a request: too slow, too large, or no HTTP. */
export function answerBrokenRequest({ code }: ConnectionError, socket: Socket) {
  if (code === 'ECONNRESET' || socket.destroyed) return
  const status = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }[code] ?? 400
  const problem: Problem = { code: 'badRequest', text: REFUSALS.badRequest.text, requestId: '' }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy()
}

/** The only place that turns an error into HTTP: a code and a sentence, never a stack or SQL. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, code, text } = verdictOf(error)
  if (status >= 500) request.log.error({ err: error })
  const problem: Problem = { code, text, requestId: request.id }
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(JSON.stringify(problem))
}

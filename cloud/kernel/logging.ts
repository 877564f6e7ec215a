import type { FastifyInstance, FastifyLoggerOptions } from 'fastify'

interface Trouble {
  name?: string
  message?: string
  code?: string
  stack?: string
  severity?: string
  constraint?: string
  table?: string
  routine?: string
}

/** PostgreSQL quotes values in its messages and details; only where and what kind of error is told. */
function tellError(error: unknown) {
  const { name, message, code, stack, severity, constraint, table, routine } = (error ?? {}) as Trouble
  const frames = stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
  if (severity) return { type: name, code, constraint, table, routine, stack: frames }
  return { type: name, message, code, stack: frames }
}

/** Lines of JSON without arguments, tokens, addresses or contact data. */
export function logging(level: string, stream?: NodeJS.WritableStream) {
  const nothing = () => undefined
  const serializers: object = { err: tellError, req: nothing, res: nothing }
  return { level, serializers, ...(stream ? { stream } : {}) } as FastifyLoggerOptions
}

/** One line a request: which route, how it went, how long it took. The path and the query may tell of people. */
export function logRequests(app: FastifyInstance) {
  app.addHook('onResponse', async (request, reply) => {
    const { url: route } = request.routeOptions
    if (!route?.startsWith('/api/')) return
    request.log.info(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
}

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { App } from './context'
import { ZIPPED_FROM } from './gzip'

const zip = promisify(gzip)
/** Answers repeat themselves; more effort finds little more. */
const LEVEL = 1

const ACCEPTED = /(?:^|[\s,])(?:gzip|\*)\s*(?:;\s*q=(0(?:\.0*)?|[\d.]+))?\s*(?:,|$)/i

export function acceptsGzip(header: string | undefined): boolean {
  const [found, weight] = ACCEPTED.exec(header ?? '') ?? []
  return found !== undefined && (weight === undefined || Number(weight) > 0)
}

/** Whole texts in one go, off the event loop: a stream for each answer costs more than what it squeezes. */
export function zipTexts(app: App) {
  app.addHook('onSend', async ({ headers }, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < ZIPPED_FROM) return payload
    reply.header('vary', 'accept-encoding')
    if (!acceptsGzip(headers['accept-encoding'] as string | undefined)) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return zip(payload, { level: LEVEL })
  })
}

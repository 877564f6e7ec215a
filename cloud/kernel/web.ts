import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { App } from './context'

const HASHED = /\.[0-9a-f]{8,}\.(js|css|map|woff2?|png|svg|jpe?g|webp)(\.br|\.gz)?$/
const YEAR_S = 31_536_000

/** An answer of the API is data and no page: nothing in it is run or framed. */
const OF_THE_API = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/**
 * Headers of every answer. Scripts in the page itself are allowed by their hash, and no others. Helmet is for pages: on
 * every answer of the API its dozen functions would cost more than they protect.
 */
export async function secureHeaders(app: App, webRoot: string | undefined) {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      // Helmet's own would ask browsers for https, which a server in an office may not have.
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(webRoot)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) return void reply.headers(OF_THE_API)
    await reply.helmet()
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(self)')
  })
}

function inlineScripts(webRoot: string | undefined): string[] {
  const page = webRoot && path.join(webRoot, 'index.html')
  const html = page && fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : ''
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
}

/**
 * The built H5 at `/`, squeezed as it was built (config/squeeze.ts): files with a hash in their name are kept for a
 * year, the page is asked for each time.
 */
export async function serveWeb(app: App, root: string | undefined) {
  if (!root || !fs.existsSync(path.join(root, 'index.html'))) return
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const kept = HASHED.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache'
      reply.setHeader('cache-control', kept)
      reply.setHeader('vary', 'accept-encoding')
    },
  })
}

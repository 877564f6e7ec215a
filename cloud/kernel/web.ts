import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { App } from './context'

const HASHED = /\.[0-9a-f]{8,}\.(js|css|map|woff2?|png|svg|jpe?g|webp)(\.br|\.gz)?$/
const YEAR_S = 31_536_000

/** Headers for every answer. Scripts in the page itself are allowed by their hash, and no others. */
export function secureHeaders(webRoot: string | undefined): Record<string, string> {
  const page = webRoot && path.join(webRoot, 'index.html')
  const html = page && fs.existsSync(page) ? fs.readFileSync(page, 'utf8') : ''
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  const policy = {
    'default-src': "'self'",
    'script-src': ["'self'", ...inline].join(' '),
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self' ws: wss:",
    'object-src': "'none'",
    'base-uri': "'self'",
    'frame-ancestors': "'self'",
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)',
  }
}

/**
 * The built H5 at `/`, squeezed as it was built (config/squeeze.mjs): files with a hash in their name are kept for a
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

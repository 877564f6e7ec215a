import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { outputOf, root } from './freshness.mjs'

function fail(message) {
  console.error(message)
  process.exit(1)
}

if (Number.parseInt(process.versions.node, 10) < 20)
  fail(`先锋 needs Node 20 or newer; this is ${process.version}.`)
if (!fs.existsSync(path.join(root, 'node_modules/fastify')))
  fail('The packages are missing. Run `npm ci` first.')

const { buildStale } = await import('./build.mjs')
await buildStale(['cloud', 'h5']).catch((error) => fail(`build failed: ${error.message}`))
process.setSourceMapsEnabled(true)
await import(pathToFileURL(outputOf('cloud')).href)

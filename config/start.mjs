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

/** nohup: whoever goes on after the terminal must not be ended by it. Only Linux tells. */
function ignoresHangUp() {
  const [, mask = '0'] =
    /^SigIgn:\s*([0-9a-f]+)/m.exec(fs.existsSync(STATUS) ? fs.readFileSync(STATUS, 'utf8') : '') ?? []
  return (BigInt(`0x${mask}`) & 1n) === 1n
}
const STATUS = '/proc/self/status'

// As the first process of a container nothing ends us by itself, and what is built by another process goes on.
let onEnd = () => process.exit(1)
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => onEnd())
if (!ignoresHangUp()) process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))

// npm passes on what it can; when it was killed, or its terminal closed, it is only gone.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

const { buildStale } = await import('./build.mjs')
await buildStale(['cloud', 'h5']).catch((error) => fail(`build failed: ${error.message}`))
process.setSourceMapsEnabled(true)
await import(pathToFileURL(outputOf('cloud')).href) // it listens to signals from its first moment
onEnd = () => {}

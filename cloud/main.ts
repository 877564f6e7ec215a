import cluster from 'node:cluster'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from './kernel/config'
import { openDatabase, prepare } from './kernel/prepare'
import { serve } from './kernel/serve'
import { tellWhereToGo } from './kernel/welcome'
import { startWorkers } from './kernel/workers'
import { renewEpoch } from './postgres/instance'

/** The repository's root, from `dist/cloud/`. */
const root = path.resolve(__dirname, '../..')

/** The usual: everything in one process. */
async function runAlone(config: Config, restored: boolean) {
  const ending = endOn('SIGINT', 'SIGTERM')
  const { db, close } = await prepare(config, root)
  ending.first(close)
  if (restored) await renewEpoch(db)
  const { address, stop } = await serve(config, db)
  ending.first(stop)
  await tellWhereToGo(db, config, address)
}

/** Has the database ready and the workers running, and does nothing else. */
async function runWorkers(config: Config, restored: boolean) {
  const ending = endOn('SIGINT', 'SIGTERM')
  const { db, url, close } = await prepare(config, root)
  ending.first(close)
  if (restored) await renewEpoch(db)
  const { address, stop } = startWorkers(config.workers, { DATABASE_URL: url })
  ending.first(stop)
  await tellWhereToGo(db, config, await address)
}

/** @param url of the database that the primary prepared */
async function runAsWorker(config: Config, url: string) {
  // A Ctrl-C in the terminal, or its end, reaches every process; the primary decides.
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {})
  const ending = endOn('SIGTERM')
  const { db, close } = openDatabase(url)
  ending.first(close)
  const { address, stop } = await serve(config, db)
  ending.first(stop)
  process.send?.(address)
}

/** All must have ended by then: whoever told us to end would kill us soon. PostgreSQL goes with us. */
const END_WITHIN_MS = 8_000

/** Ends the process when it is told to, in the order opposite to that in which it came to be. */
function endOn(...signals: NodeJS.Signals[]) {
  const steps: (() => Promise<void>)[] = []
  let ended: Promise<void> | undefined
  const end = async () => {
    setTimeout(fail, END_WITHIN_MS, new Error('It took too long to end in order.'))
    for (const step of steps) await step()
    process.exit()
  }
  for (const signal of signals) process.on(signal, () => (ended ??= end().catch(fail)))
  return { first: (step: () => Promise<void>) => void steps.unshift(step) }
}

function fail(error: unknown) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function main() {
  const { values } = parseArgs({
    options: { workers: { type: 'string' }, restored: { type: 'boolean', default: false } },
  })
  const flags = values.workers === undefined ? {} : { WORKERS: values.workers }
  const config = readConfig({ ...process.env, ...flags }, path.join(root, 'dist/h5'))
  if (cluster.isWorker && config.databaseUrl) return runAsWorker(config, config.databaseUrl)
  return (config.workers > 1 ? runWorkers : runAlone)(config, values.restored)
}

main().catch(fail)

import cluster from 'node:cluster'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from './config'
import { renewEpoch } from './db/instance'
import { openDatabase, prepare } from './prepare'
import { serve } from './serve'
import { tellWhereToGo } from './welcome'
import { startWorkers } from './workers'

/** The repository's root, from `dist/cloud/`. */
const root = path.resolve(__dirname, '../..')

/** The usual: everything in one process. */
async function runAlone(config: Config, restored: boolean) {
  const { db, close } = await prepare(config, root)
  if (restored) await renewEpoch(db)
  const { address, stop } = await serve(config, db)
  await tellWhereToGo(db, config, address)
  stopOn(['SIGINT', 'SIGTERM'], stop, close)
}

/** Has the database ready and the workers running, and does nothing else. */
async function runWorkers(config: Config, restored: boolean) {
  const { db, url, close } = await prepare(config, root)
  if (restored) await renewEpoch(db)
  const { address, stop } = startWorkers(config.workers, { DATABASE_URL: url })
  stopOn(['SIGINT', 'SIGTERM'], stop, close)
  await tellWhereToGo(db, config, await address)
}

/** @param url of the database that the primary prepared */
async function runAsWorker(config: Config, url: string) {
  // A Ctrl-C in the terminal reaches every process; the primary decides.
  process.on('SIGINT', () => {})
  const { db, close } = openDatabase(url)
  const { address, stop } = await serve(config, db)
  process.send?.(address)
  stopOn(['SIGTERM'], stop, close)
}

function stopOn(signals: NodeJS.Signals[], ...steps: (() => Promise<void>)[]) {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    for (const step of steps) await step()
    process.exit()
  }
  for (const signal of signals) process.on(signal, () => stop().catch(fail))
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

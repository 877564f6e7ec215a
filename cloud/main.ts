import path from 'node:path'
import { ROLE_NAMES, ROLES } from 'domain/actor'
import { buildApp } from './app'
import { type Config, readConfig } from './config'
import { openVault } from './contacts/vault'
import type { Context } from './context'
import { startEmbedded } from './db/embedded'
import { migrate } from './db/migrate'
import { type Db, openPool } from './db/pool'
import { importAll, sourcesIn } from './import/importAll'
import { closeUnrated } from './needs/closeUnrated'
import { demoPeople } from './people/demo'

const SWEEP_EVERY_MS = 10 * 60_000

/** The repository's root, from `dist/cloud/`. */
const root = path.resolve(__dirname, '../..')
const nowText = () => new Date().toISOString()

async function openDatabase({
  databaseUrl,
  dataDir,
}: Config): Promise<{ db: Db; close: () => Promise<void> }> {
  const onError = (error: Error) => console.error(`The database connection broke: ${error.message}`)
  if (databaseUrl) {
    const db = openPool({ connectionString: databaseUrl }, onError)
    return { db, close: () => db.destroy() }
  }
  const server = await startEmbedded({ dataDir: path.join(dataDir, 'postgres') })
  const db = openPool(server.connection, onError)
  return {
    db,
    close: async () => {
      await db.destroy()
      await server.stop()
    },
  }
}

/** A new database is filled with the areas of the country's code and, for a demo, with a district at work. */
async function fill(db: Db, { masterKey, demo }: Config) {
  const sources = sourcesIn(path.join(root, 'cloud/data'), demo)
  const progress = (done: number, of: number) => {
    if (done === of || done % 500 === 0) console.log(`  ${done} of ${of} records`)
  }
  const filled = await importAll(db, openVault(masterKey), sources, { now: nowText(), progress })
  if (filled) console.log('The new database is filled.')
}

/** 到期办结, now and every ten minutes. */
function sweep(context: Context, onError: (error: unknown) => void): NodeJS.Timeout {
  const once = () => closeUnrated(context, context.now()).catch(onError)
  void once()
  return setInterval(once, SWEEP_EVERY_MS)
}

async function tellWhereToGo({ db, config, instance }: Context, address: string) {
  console.log(`\n  先锋  ${address}\n  API   ${address}/api/openapi.json\n`)
  if (!instance.demo || config.production) return
  const people = await demoPeople(db)
  console.log(`  Demo identities (${people.length} in all; choose one under 我的 → 登录):`)
  for (const role of ROLES) {
    const person = people.find(({ roles }) => roles.includes(role))
    if (!person) continue
    const { key, displayName, community } = person
    console.log(`    ${key.padEnd(8)} ${ROLE_NAMES[role]}  ${displayName}，${community}`)
  }
}

async function main() {
  const config = readConfig(process.env, path.join(root, 'dist/h5'))
  const { db, close } = await openDatabase(config)
  const applied = await migrate(db)
  if (applied.length > 0) console.log(`Applied ${applied.join(', ')}.`)
  await fill(db, config)
  const { app, context } = await buildApp({ db, config })
  const address = await app.listen({ port: config.port, host: config.host })
  const sweeping = sweep(context, (error) => app.log.error({ err: error }))
  await tellWhereToGo(context, address)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    clearInterval(sweeping)
    await app.close()
    await close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

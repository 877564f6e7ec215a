import path from 'node:path'
import type { Instant } from 'domain/kernel/time'
import { openVault } from '../../cloud/contact/vault'
import { migrate } from '../../cloud/db/migrate'
import { openPool } from '../../cloud/db/pool'
import { importAll, sourcesIn } from '../../cloud/import/importAll'
import { type BuiltCloud, startBuiltCloud } from './builtCloud'
import { freshDatabase } from './postgres'

/** What the contact data of the demo is sealed with. */
export const DEMO_KEY = Buffer.alloc(32, 7)

/** The demo district at work as it was at `moment`, or just now; imported once in a run, then copied. */
export const demoDatabase = (moment?: Instant) =>
  freshDatabase(
    async (connection) => {
      const db = openPool(connection)
      await migrate(db)
      await importAll(db, openVault(DEMO_KEY), sourcesIn(path.resolve('cloud/data'), true), {
        now: moment ?? new Date().toISOString(),
      })
      await db.destroy()
    },
    `template_demo${moment ? Date.parse(moment) : ''}`,
  )

/** The built server over a demo district of its own. */
export async function startDemoCloud(): Promise<Pick<BuiltCloud, 'url' | 'stop'>> {
  const database = await demoDatabase()
  const cloud = await startBuiltCloud(database.url, { DEMO: '1', MASTER_KEY: DEMO_KEY.toString('base64') })
  let stopping: Promise<void> | undefined
  return {
    url: cloud.url,
    stop: () => {
      stopping ??= cloud.stop().then(() => database.drop())
      return stopping
    },
  }
}

/** A demo district for the tests of one file: started before the first, ended after the last. */
export function demoCloud(): { readonly url: string; stop: () => Promise<void> } {
  let cloud: Pick<BuiltCloud, 'url' | 'stop'> | undefined
  const running = () => {
    if (!cloud) throw new Error('it runs from the first test on')
    return cloud
  }
  beforeAll(async () => {
    cloud = await startDemoCloud()
  })
  afterAll(() => cloud?.stop())
  return {
    get url() {
      return running().url
    },
    stop: () => running().stop(),
  }
}

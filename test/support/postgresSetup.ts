import fs from 'node:fs'
import path from 'node:path'
import { type EmbeddedPostgres, startEmbedded } from '../../cloud/postgres/embedded'

declare global {
  var testPostgres: { server: EmbeddedPostgres; folder: string } | undefined
}

/** One real server for the whole run; its workers learn of it from the environment. */
export default async function setup() {
  const folder = fs.mkdtempSync('/tmp/xf-test-')
  fs.chmodSync(folder, 0o711)
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  }
  const server = await startEmbedded({ dataDir: path.join(folder, 'pg'), settings })
  globalThis.testPostgres = { server, folder }
  process.env.TEST_POSTGRES = JSON.stringify(server.connection)
}

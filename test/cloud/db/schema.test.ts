import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '../../../cloud/db/migrate'
import { openPool } from '../../../cloud/db/pool'
import { freshDatabase } from '../../support/postgres'

const CODEGEN = path.join(
  path.dirname(createRequire(__filename).resolve('kysely-codegen/package.json')),
  'dist/cli/bin.js',
)

/** `WRITE_SCHEMA=1 npx jest test/cloud/db/schema --selectProjects cloud` writes them anew after a migration. */
test('the types of the tables are those of the migrated database', async () => {
  const database = await freshDatabase(async (connection) => {
    const db = openPool(connection)
    await migrate(db)
    await db.destroy()
  })
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      CODEGEN,
      '--config-file=config/databaseTypes.json',
      `--url=${database.url}`,
      ...(process.env.WRITE_SCHEMA ? [] : ['--verify']),
    ])
    expect(stdout).toContain(process.env.WRITE_SCHEMA ? 'Introspected' : 'up-to-date')
  } finally {
    await database.drop()
  }
})

// Builds what the tests look at, then runs jest; arguments go on to jest.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildStale } from './build'
import { root } from './freshness'

export async function run() {
  await buildStale(['cloud', 'h5', 'weapp'])
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}

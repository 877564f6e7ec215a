// Builds what the tests look at, then runs jest; arguments go on to jest.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildStale } from './build.mjs'
import { root } from './freshness.mjs'

try {
  await buildStale(['cloud', 'h5', 'weapp'])
} catch (error) {
  console.error(`build failed: ${error.message}`)
  process.exit(1)
}
const jest = path.join(root, 'node_modules/jest/bin/jest.js')
const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

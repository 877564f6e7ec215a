// npm run sim -- [--seeds 200] [--from 1] [--phones 7] [--trace]: runs test/sim/main.ts.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { forNode } from './build.mjs'
import { root } from './freshness.mjs'

const bundle = path.join(root, 'dist/sim/main.cjs')
await build(forNode('test/sim/main.ts', bundle))
const { status } = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

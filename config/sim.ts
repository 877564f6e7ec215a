// npm run sim -- [--seeds 200] [--from 1] [--phones 7] [--jobs 3] [--trace] [--slow] [--first]: runs test/sim/main.ts.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { forNode } from './build'
import { root } from './freshness'

const bundleOf = (name: string) => path.join(root, `dist/sim/${name}.cjs`)
export async function run() {
  for (const name of ['main', 'worker']) await build(forNode(`test/sim/${name}.ts`, bundleOf(name)))
  const args = ['--enable-source-maps', bundleOf('main'), ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
}

// npm run shots [word …]: renders every page and state, or those whose name holds a word, to shots/.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { buildStale, forNode } from './build'
import { root } from './freshness'

export async function run() {
  // H5=http://127.0.0.1:10086 takes the pages from a running `npm run dev`.
  if (!process.env.H5) await buildStale(['h5'])
  const bundle = path.join(root, 'dist/shots/main.cjs')
  await build(forNode('test/shots/main.ts', bundle))
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}

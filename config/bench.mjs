// npm run bench [server] [weapp] [h5]: runs test/bench/<name>.ts, all of them without a name.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { buildStale, forNode } from './build.mjs'
import { root } from './freshness.mjs'

const needs = { server: ['cloud'], weapp: ['weapp', 'cloud'], h5: ['h5', 'cloud'] }
const named = process.argv.slice(2)
const exists = (name) => fs.existsSync(path.join(root, 'test/bench', `${name}.ts`))

for (const name of named.length ? named : Object.keys(needs).filter(exists)) {
  if (!exists(name)) {
    console.error(`there is no test/bench/${name}.ts`)
    process.exit(1)
  }
  await buildStale(needs[name] ?? [])
  const bundle = path.join(root, 'dist/bench', `${name}.cjs`)
  await build(forNode(`test/bench/${name}.ts`, bundle))
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', bundle], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

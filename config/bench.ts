// npm run bench [server [part …]] [faults] [weapp] [h5] [guess]: runs test/bench/<name>.ts, all of them without a name.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { buildStale, forNode } from './build'
import { outputOf, root, type Target } from './freshness'
import { packageSizes } from './sizes'

const needs: Record<string, Target[]> = {
  server: ['cloud'],
  faults: ['cloud'],
  weapp: ['weapp', 'cloud'],
  h5: ['h5', 'cloud'],
  guess: [],
}

export async function run() {
  const said = process.argv.slice(2)
  const named = said.filter((word) => needs[word])
  const parts = said.filter((word) => !needs[word])
  if (parts.length > 0 && named.join() !== 'server') {
    console.error(`only the server's bench has parts, so there is no ${parts.join(', ')}`)
    process.exit(1)
  }
  for (const name of named.length ? named : Object.keys(needs)) {
    await buildStale(needs[name] ?? [])
    const { args, env } = await (name === 'weapp' ? underJest() : bundled(name, parts))
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    if (status !== 0) process.exitCode = 1
  }
}

async function bundled(name: string, parts: string[]) {
  const bundle = path.join(root, 'dist/bench', `${name}.cjs`)
  await build(forNode(`test/bench/${name}.ts`, bundle))
  return { args: ['--enable-source-maps', bundle, ...parts], env: {} }
}

/** The harness of the built mini-program stands on jest's jsdom. */
function underJest() {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const sizes = packageSizes(path.dirname(outputOf('weapp')))
  return {
    args: [jest, '--selectProjects', 'bench', '--silent'],
    env: { PACKAGE_SIZES: JSON.stringify(sizes) },
  }
}

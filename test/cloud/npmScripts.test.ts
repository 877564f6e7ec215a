import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A tree with config/run.cjs, these commands and no packages unless they are linked. */
function tree(commands: Record<string, string>, packages = true) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'xf-scripts-'))
  fs.mkdirSync(path.join(root, 'config'))
  fs.copyFileSync('config/run.cjs', path.join(root, 'config/run.cjs'))
  for (const [name, text] of Object.entries(commands))
    fs.writeFileSync(path.join(root, 'config', `${name}.ts`), text)
  if (packages) fs.symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  return root
}

function run(root: string, args: string[], nodeArgs: string[] = []) {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, path.join(root, 'config/run.cjs'), ...args],
    { encoding: 'utf8', cwd: root },
  )
  fs.rmSync(root, { recursive: true })
  return { status, signal, stdout, stderr }
}

test('a command has its arguments, its folder, its packages and its own process', () => {
  const root = tree({
    tell: `import { version } from 'esbuild'
      import { here } from './here'
      export const run = () => console.log(JSON.stringify([process.argv.slice(2), here, version, process.ppid]))`,
    here: 'export const here: string = __dirname',
  })
  const { version } = require('esbuild')
  const { stdout } = run(root, ['tell', 'a', '--workers', '4'])
  expect(JSON.parse(stdout)).toEqual([
    ['a', '--workers', '4'],
    path.join(root, 'config'),
    version,
    process.pid,
  ])
})

test.each([
  ['process.exitCode = 7', 7, null],
  [
    "process.kill(process.pid, 'SIGTERM'); await new Promise((ended) => setTimeout(ended, 9e3))",
    null,
    'SIGTERM',
  ],
])('%s is how the process ends', (body, status, signal) => {
  expect(run(tree({ end: `export async function run() { ${body} }` }), ['end'])).toMatchObject({
    status,
    signal,
  })
})

test('what a command throws ends it with 1, and names the line of its source', () => {
  const { status, stderr } = run(
    tree({ fail: '\n\nexport async function run() { throw new Error("no") }' }),
    ['fail'],
  )
  expect(status).toBe(1)
  expect(stderr).toMatch(/config\/fail\.ts:3:/)
})

test('without packages it says what to do', () => {
  expect(run(tree({}, false), ['start'])).toMatchObject({
    status: 1,
    stderr: 'The packages are missing. Run `npm ci` first.\n',
  })
})

test.each(['18.20.4', '20.18.3'])('Node %s is told which one to take', (version) => {
  const root = tree({}, false)
  const older = path.join(root, 'older.cjs')
  fs.writeFileSync(older, `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`)
  const { status, stderr } = run(root, ['start'], ['--require', older])
  expect(status).toBe(1)
  expect(stderr).toMatch(/^先锋 needs Node 20\.19 or newer/)
})

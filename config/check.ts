// Everything that reads the sources without running them; all of it, whatever fails.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './freshness'

const rooms = ['domain', 'src', 'cloud', 'test', 'config']
interface Result {
  name: string
  said: string
  passed: boolean
  seconds: number
}

type Check = [name: string, bin: string, args: string[]]
const checks: Check[] = [
  ['style', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
  ['types', 'typescript/bin/tsc', ['--noEmit', '--pretty']],
  [
    'layers',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    [...rooms, '--config', '--cache', 'node_modules/.cache/layers'],
  ],
  [
    'dead code',
    'knip/bin/knip.js',
    ['--no-progress', '--cache', '--cache-location', 'node_modules/.cache/knip'],
  ],
]

function passes([name, bin, args]: Check): Promise<Result> {
  const started = Date.now()
  return new Promise((resolve) => {
    const script = path.join(root, 'node_modules', bin)
    const tool = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    tool.stdout.on('data', (text) => (said += text))
    tool.stderr.on('data', (text) => (said += text))
    tool.once('close', (code) =>
      resolve({ name, said, passed: code === 0, seconds: (Date.now() - started) / 1000 }),
    )
  })
}

export async function run() {
  const results = await Promise.all(checks.map(passes))
  for (const { name, said, passed } of results) if (!passed) console.error(`── ${name}\n${said.trim()}\n`)
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1)} s`)
  }
  if (results.some(({ passed }) => !passed)) process.exitCode = 1
}

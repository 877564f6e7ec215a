import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(__dirname, '..')

const shared = ['domain', 'config', 'tsconfig.json', 'package.json']
const inputs = {
  weapp: ['src', 'babel.config.js', 'project.config.json', ...shared],
  h5: ['src', 'babel.config.js', ...shared],
  cloud: ['cloud', ...shared],
}
const outputs = { weapp: 'app.js', h5: 'index.html', cloud: 'main.cjs' }
export type Target = keyof typeof outputs
export const TARGETS: readonly Target[] = ['cloud', 'h5', 'weapp']

/** `dist/<target>/<main file>`: where a build leaves its result. */
export const outputOf = (target: Target) => path.join(root, 'dist', target, outputs[target])
const stampOf = (target: Target) => path.join(root, 'dist', `.${target}.stamp`)

function* filesUnder(entry: string): Generator<string> {
  const stat = fs.statSync(entry, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) yield `${entry}:${stat.mtimeMs}:${stat.size}`
  else for (const name of fs.readdirSync(entry).sort()) yield* filesUnder(path.join(entry, name))
}

/** Changes with every edited, added or removed input, with the locked packages and with the address built in. */
export function fingerprint(target: Target): string {
  const hash = createHash('sha256')
  hash.update(fs.readFileSync(path.join(root, 'package-lock.json')))
  hash.update(process.env.API_BASE ?? '')
  for (const entry of inputs[target])
    for (const file of filesUnder(path.join(root, entry))) hash.update(`${file}\n`)
  return hash.digest('hex')
}

export function isFresh(target: Target): boolean {
  const stamp = stampOf(target)
  return (
    fs.existsSync(outputOf(target)) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === fingerprint(target)
  )
}

export const markStale = (target: Target) => fs.rmSync(stampOf(target), { force: true })
export const markFresh = (target: Target, print: string) => fs.writeFileSync(stampOf(target), print)

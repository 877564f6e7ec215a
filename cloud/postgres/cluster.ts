import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chooseServerUser, type ServerUser, unreachableFolder } from './postgresBinaries'

/** PostgreSQL's superuser in every cluster that we make. */
export const USER = 'xianfeng'

export type Layout = {
  dataDir: string
  cluster: string
  passwordFile: string
  startLog: string
  lock: string
  user: ServerUser
}

/** What PostgreSQL's programs are given of our environment. */
export const serverEnv = () => ({ PATH: process.env.PATH, LC_ALL: 'C' })

/** As root outside every home, because homes are closed to the server's user. */
export function defaultDataDir(): string {
  if (process.getuid?.() === 0) return '/var/lib/xianfeng'
  return path.join(process.env.XDG_DATA_HOME || path.join(os.homedir(), '.local/share'), 'xianfeng')
}

export function prepareFolder(dataDir: string): Layout {
  const cluster = path.join(dataDir, 'db')
  try {
    const user = chooseServerUser(cluster)
    fs.mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o711 })
    makeOwn(dataDir, user)
    const closed = unreachableFolder(dataDir, user)
    if (closed) {
      throw new Error(
        `Started by root, PostgreSQL runs as user ${user?.uid}, who may not enter ${closed}. Choose a DATA_DIR outside of it, such as ${defaultDataDir()}.`,
      )
    }
    return {
      dataDir,
      cluster,
      user,
      passwordFile: path.join(dataDir, 'password'),
      startLog: path.join(dataDir, 'start.log'),
      lock: path.join(dataDir, 'lock'),
    }
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new Error(
      `The data folder ${dataDir} is not this user's to write (${(error as Error).message}). Start as the user who made it, or choose another DATA_DIR.`,
    )
  }
}

export function makeOwn(dir: string, user: ServerUser) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  fs.chmodSync(dir, 0o700)
  if (user) fs.chownSync(dir, user.uid, user.gid)
}

/** In a folder beside the place, renamed when it is complete: a first start that was cut off leaves nothing half made. */
export async function createCluster(
  native: string,
  { dataDir, cluster, passwordFile, startLog, user }: Layout,
) {
  const unfinished = `${cluster}.new`
  fs.rmSync(unfinished, { recursive: true, force: true })
  if (!fs.existsSync(passwordFile)) {
    fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (user) fs.chownSync(passwordFile, user.uid, user.gid)
  }
  const args = ['-D', unfinished, '-U', USER, '-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums']
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`)
  const log = fs.openSync(startLog, 'w', 0o600)
  const initdb = spawn(path.join(native, 'bin/initdb'), args, {
    ...user,
    cwd: dataDir,
    env: serverEnv(),
    stdio: ['ignore', log, log],
  })
  fs.closeSync(log)
  const code = await new Promise((resolve, reject) => initdb.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`The database could not be made:\n${tailOf(startLog)}`)
  fs.renameSync(unfinished, cluster)
}

export function refuseOtherVersion(native: string, { cluster }: Layout) {
  const made = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  const said = spawnSync(path.join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const ours = /\d+/.exec(said)?.[0]
  if (ours && ours !== made) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${made}, this is ${ours}: restore a backup into a new DATA_DIR.`,
    )
  }
}

export function tailOf(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-2000).trim() : '(no log)'
}

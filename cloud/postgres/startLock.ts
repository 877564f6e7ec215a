import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const BEAT_MS = 1000
const SILENT_MS = 10_000

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A holder that died leaves its file behind: its process is gone, or (the number is used again) it beats no more. */
function isAbandoned(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return false
  return Date.now() - stat.mtimeMs > SILENT_MS || !isAlive(Number.parseInt(fs.readFileSync(file, 'utf8'), 10))
}

function take(file: string): boolean {
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  fs.writeFileSync(mine, String(process.pid))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    fs.unlinkSync(mine)
  }
}

function clearAbandoned(file: string) {
  try {
    if (isAbandoned(file)) fs.renameSync(file, `${file}.abandoned`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Runs `work` while no other process that names the same `file` runs its own. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    clearAbandoned(file)
    await sleep(20)
  }
  const beat = setInterval(() => fs.utimesSync(file, new Date(), new Date()), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    fs.rmSync(file, { force: true })
  }
}

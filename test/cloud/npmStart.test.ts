import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(__dirname, '../..')

interface Process {
  pid: number
  parent: number
  args: string
}
const processes = (): Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , , stat]) => !stat?.startsWith('Z'))
    .map(([, pid, parent, , args = '']) => ({ pid: Number(pid), parent: Number(parent), args }))

function familyOf(pid: number, all = processes()): number[] {
  return [pid, ...all.filter(({ parent }) => parent === pid).flatMap((each) => familyOf(each.pid, all))]
}

/** The real thing, with a session of its own: a signal to its pid reaches nobody else by itself. */
async function npmStart(args: string[], until: RegExp) {
  const dataDir = fs.mkdtempSync('/tmp/xf-npm-')
  fs.chmodSync(dataDir, 0o711)
  const npm = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: undefined,
      DEMO: '0',
      NODE_ENV: 'test',
    },
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (said += text))
  const deadline = Date.now() + 150_000
  while (!until.test(said)) {
    if (npm.exitCode !== null || Date.now() > deadline) throw new Error(`it did not start:\n${said}`)
    await sleep(50)
  }
  const family = familyOf(npm.pid ?? 0)
  return {
    family,
    /** @returns whoever is left after ten seconds */
    async end(signal: NodeJS.Signals) {
      process.kill(npm.pid ?? 0, signal)
      const left = () => processes().filter(({ pid, args }) => family.includes(pid) || args.includes(dataDir))
      for (let tenths = 0; tenths < 100 && left().length > 0; tenths++) await sleep(100)
      const rest = left()
      for (const { pid } of rest) process.kill(pid, 'SIGKILL')
      const clean = !fs.existsSync(path.join(dataDir, 'postgres/db/postmaster.pid'))
      fs.rmSync(dataDir, { recursive: true, force: true })
      return { left: rest.map(({ args }) => args), clean }
    },
  }
}

const SERVES = /http:\/\/127\.0\.0\.1:\d+/

test.each<[NodeJS.Signals, string[], number]>([
  ['SIGTERM', [], 3],
  ['SIGINT', [], 3],
  ['SIGHUP', [], 3],
  ['SIGTERM', ['--workers', '4'], 7],
  ['SIGKILL', ['--workers', '2'], 5],
])(
  '%s to the pid of `npm start` %j ends all of it within ten seconds, and the database in order',
  async (signal, args, atLeast) => {
    const started = await npmStart(args, SERVES)
    expect(started.family.length).toBeGreaterThanOrEqual(atLeast)
    expect(await started.end(signal)).toEqual({ left: [], clean: true })
  },
  200_000,
)

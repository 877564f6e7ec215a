import cluster, { type Worker } from 'node:cluster'

/** Who lives longer than this did not die of how it started. */
const SETTLED_MS = 10_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
const STOP_WITHIN_MS = 6_000

interface Crew {
  /** Where they serve, once all of them do; rejects when one dies before any does. */
  address: Promise<string>
  stop: () => Promise<void>
}

/** Runs processes of this same program, which share their port, and replaces those that die. */
export function startWorkers(count: number, env: NodeJS.ProcessEnv): Crew {
  // The file itself, without the arguments of this process.
  cluster.setupPrimary({ exec: __filename, args: [], execArgv: ['--enable-source-maps'] })
  const pauses = new Set<NodeJS.Timeout>()
  let stopping = false
  let serving = 0

  const address = new Promise<string>((resolve, reject) => {
    function start(pause: number) {
      const worker = cluster.fork(env)
      const started = Date.now()
      worker.once('message', (said: string) => {
        if (++serving === count) resolve(said)
      })
      worker.once('exit', (code, signal) => {
        if (stopping) return
        if (serving === 0) return reject(new Error('No server process could start.'))
        const settled = Date.now() - started > SETTLED_MS
        const wait = settled ? 0 : pause
        console.error(
          `Server process ${worker.process.pid} ended (${signal ?? code}); another starts in ${wait / 1000} s.`,
        )
        const timer = setTimeout(() => {
          pauses.delete(timer)
          start(settled ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS))
        }, wait)
        pauses.add(timer)
      })
    }
    for (let n = 0; n < count; n++) start(FIRST_PAUSE_MS)
  })

  return {
    address,
    stop: async () => {
      stopping = true
      for (const timer of pauses) clearTimeout(timer)
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && end(worker)))
    },
  }
}

async function end(worker: Worker) {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.process.kill('SIGTERM')
  const impatient = setTimeout(() => worker.process.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(impatient)
}

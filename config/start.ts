import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { buildStale } from './build'
import { outputOf } from './freshness'

const STATUS = '/proc/self/status'

/** nohup: whoever goes on after the terminal must not be ended by it. Only Linux tells. */
function ignoresHangUp() {
  const [, mask = '0'] =
    /^SigIgn:\s*([0-9a-f]+)/m.exec(fs.existsSync(STATUS) ? fs.readFileSync(STATUS, 'utf8') : '') ?? []
  return (BigInt(`0x${mask}`) & 1n) === 1n
}

/** npm passes on what it can; when it was killed, or its terminal closed, it is only gone. */
function endWithNpm() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}

export async function run() {
  // As the first process of a container nothing ends us by itself, and what is built by another process goes on.
  let onEnd: () => void = () => process.exit(1)
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => onEnd())
  if (!ignoresHangUp()) process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))
  if (process.env.npm_lifecycle_event) endWithNpm()

  await buildStale(['cloud', 'h5'])
  await import(pathToFileURL(outputOf('cloud')).href) // it listens to signals from its first moment
  onEnd = () => {}
}

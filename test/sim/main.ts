import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import setUp from '../support/postgresSetup'
import tearDown from '../support/postgresTeardown'
import type { Result, Task } from './run'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    phones: { type: 'string', default: '7' },
    from: { type: 'string', default: '1' },
    /** Seeds that run at once. Each waits for PostgreSQL a good part of its time. */
    jobs: { type: 'string', default: String(availableParallelism() + 1) },
    trace: { type: 'boolean', default: false },
    /** PostgreSQL answers late, at random. */
    slow: { type: 'boolean', default: false },
    /** Ends at the first seed that fails. */
    first: { type: 'boolean', default: false },
  },
})
const seeds = Number(values.seeds)
const phones = Number(values.phones)
const from = Number(values.from)
const jobs = Math.min(Number(values.jobs), seeds)

const results = new Map<number, Result>()
let next = from
let failures = 0

async function main() {
  const own = !process.env.TEST_POSTGRES
  if (own) await setUp()
  const started = performance.now()
  await Promise.all(Array.from({ length: jobs }, work))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (own) await tearDown()

  const all = [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
  const traces = createHash('sha256')
  let commands = 0
  for (const result of all) {
    traces.update(result.hash)
    commands += result.commands
    if (values.trace) console.log(result.trace.join('\n'))
  }
  console.log(`trace ${traces.digest('hex').slice(0, 16)}, ${seconds} s`)
  const found = failures === 1 ? '1 failure' : `${failures} failures`
  console.log(
    `${all.length} seeds from ${from}, ${phones} phones each, ${commands.toLocaleString('en')} commands: ${found}`,
  )
  process.exitCode = failures > 0 ? 1 : 0
}

/** A process of its own that takes seed after seed. */
async function work() {
  const worker = fork(path.join(__dirname, 'worker.cjs'), { execArgv: ['--enable-source-maps'] })
  const gone = once(worker, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`a worker ended with ${code}`)
  })
  while (next < from + seeds && !(values.first && failures > 0)) {
    const seed = next++
    worker.send({ seed, phones, slow: values.slow } satisfies Task)
    const [result] = await Promise.race([once(worker, 'message'), gone.then(() => [])])
    tell(result)
    results.set(seed, values.trace ? result : { ...result, trace: [] })
  }
  worker.disconnect()
  await gone
}

function tell({ seed, blames, hash, trace }: Result) {
  if (blames.length === 0) return
  failures++
  console.log(`seed ${seed} (trace ${hash.slice(0, 16)}, ${trace.length} lines)`)
  for (const blame of blames) console.log(`  ${blame}`)
  console.log(`  again: npm run sim -- --seeds 1 --from ${seed} --phones ${phones} --trace`)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})

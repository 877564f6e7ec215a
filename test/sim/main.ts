import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import setUp from '../support/postgresSetup'
import tearDown from '../support/postgresTeardown'
import { openDatabase } from './database'
import { watchNotices } from './notices'
import { type Result, run } from './run'
import { endConnections } from './server'
import { realMs, takeOverMachine } from './time'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    phones: { type: 'string', default: '7' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    /** Ends at the first seed that fails. */
    first: { type: 'boolean', default: false },
  },
})
const [seeds, phones, from] = [values.seeds, values.phones, values.from].map(Number) as [
  number,
  number,
  number,
]

async function main() {
  const own = !process.env.TEST_POSTGRES
  if (own) await setUp()
  takeOverMachine()
  watchNotices()
  const database = await openDatabase()
  const started = realMs()
  const traces = createHash('sha256')
  let commands = 0
  let failures = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const result = await run(database, seed, phones)
    commands += result.commands
    traces.update(result.hash)
    if (values.trace) console.log(result.trace.join('\n'))
    if (result.blames.length === 0) continue
    failures++
    tell(result)
    if (values.first) break
  }
  const seconds = ((realMs() - started) / 1000).toFixed(1)
  await endConnections()
  await database.drop()
  if (own) await tearDown()
  console.log(`trace ${traces.digest('hex').slice(0, 16)}, ${seconds} s`)
  const found = failures === 1 ? '1 failure' : `${failures} failures`
  console.log(
    `${seeds} seeds from ${from}, ${phones} phones each, ${commands.toLocaleString('en')} commands: ${found}`,
  )
  process.exit(failures > 0 ? 1 : 0)
}

function tell({ seed, blames, hash, trace }: Result) {
  console.log(`seed ${seed} (trace ${hash.slice(0, 16)}, ${trace.length} lines)`)
  for (const blame of blames) console.log(`  ${blame}`)
  console.log(`  again: npm run sim -- --seeds 1 --from ${seed} --phones ${phones} --trace`)
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})

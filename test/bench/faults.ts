import { crash, VICTIMS } from '../support/crashes'
import { exitCode, figure, say } from './figures'

const KILLS = 30

async function run() {
  say(`faults: ${KILLS} times kill -9 under 20 writers`)
  const damage = await crash(
    Array.from({ length: KILLS }, (_, n) => VICTIMS[n % VICTIMS.length] ?? 'server'),
    say,
  )
  say(`faults: ${damage.written} commands were acknowledged`)
  figure('killed, acknowledged and lost', damage.lost, 'commands', { most: 0 })
  figure('killed, done twice', damage.doubled, 'commands', { most: 0 })
  figure('killed, repeated and answered differently', damage.changed, 'commands', { most: 0 })
  figure('killed, numbers left out', damage.gaps, 'numbers', { most: 0 })
  const slowest = Math.max(...damage.returnsMs.map(({ ms }) => ms))
  figure('killed, all write again', slowest / 1000, 's', { most: 10 })
}

run().then(
  () => process.exit(exitCode()),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)

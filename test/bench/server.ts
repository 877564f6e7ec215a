import { makeBed } from './bed'
import { claimRace } from './claimRace'
import { coldStart } from './coldStart'
import { fanOut, fanOutAcross } from './fanOut'
import { exitCode, figure, median, percentile, say } from './figures'
import { communityAt, fillCommunity } from './fill'
import { firstSync } from './firstSync'
import { deltas, lists, placing, pulls } from './rates'

const COMMUNITIES = 200
const NEEDS_EACH = 500
/** Ten times the others, to see that time does not grow with the rows. */
const LARGE = communityAt(1)
const SMALL = communityAt(2)

async function run() {
  say('server: starting PostgreSQL and the built server')
  const bed = await makeBed()
  try {
    for (let n = 0; n < COMMUNITIES; n++) {
      const count = n === 1 ? NEEDS_EACH * 10 : NEEDS_EACH
      await fillCommunity(bed.pool, communityAt(n), n === 0 ? { count: 10_000, listed: true } : { count })
      if (n % 40 === 39) say(`server: ${n + 1} of ${COMMUNITIES} communities filled`)
    }
    await bed.pool.query('vacuum analyze')

    say('server: first sync of 10,000 rows')
    const first = await firstSync(bed, communityAt(0))
    figure('first sync of 10,000 rows, requests', first.requests, 'requests', { most: 15 })
    figure('first sync of 10,000 rows, gzip', first.bytes / 1e6, 'MB', { most: 1.3 })
    figure('first sync of 10,000 rows, time', first.seconds, 's', { most: 1 })

    say('server: placing, lists and deltas against plain statements')
    const apart = await placing(bed, (n) => communityAt(20 + n))
    figure('place a need', apart, 'of the rate by bare pg', { least: 0.5 })
    const hot = await placing(bed, () => communityAt(5))
    figure('place a need, all in one community', hot, 'of the rate by bare pg', { least: 0.5 })
    const list = await lists(bed, SMALL, LARGE)
    figure('a page of a list', list.share, 'of the rate by bare pg', { least: 0.6 })
    figure('a page of a list, ten times the rows', list.growth, 'times the time', { most: 1.3 })
    const delta = await deltas(bed, SMALL, LARGE)
    figure('a delta of 100 rows', delta.share, 'of the rate by bare pg', { least: 0.6 })
    figure('a delta, ten times the rows', delta.growth, 'times the time', { most: 1.3 })

    const pulled = await pulls(bed, SMALL)
    figure('a pull that brings nothing', pulled, 'of the rate by bare pg', { least: 0.3 })

    say('server: 50 claimants on each of 200 needs')
    const race = await claimRace(bed, communityAt(3))
    figure('claim race, winners asked for and not found', race.wrong, 'needs', { most: 0 })
    figure('claim race, losers not told', race.untold, 'claims', { most: 0 })
    figure('claim race, slowest hundredth', percentile(race.ms, 0.99) / 1000, 's', { most: 1 })

    say('server: a change to 2,000 open sockets')
    const fan = await fanOut(bed, communityAt(4))
    figure('a change to 2,000 sockets, all have it', median(fan.ms), 'ms', { most: 200 })
    figure('a change to 2,000 sockets, reads', fan.reads, 'reads a change', { most: 1 })
    const across = await fanOutAcross(bed, communityAt(6))
    figure('a change on one server to sockets of another', median(across.ms), 'ms', { most: 200 })

    say('server: 2,000 phones start at once, each with a home of 5,000 rows')
    await fillCommunity(bed.pool, communityAt(COMMUNITIES), { count: 5_000, listed: true })
    const cold = await coldStart(bed, communityAt(COMMUNITIES), 5_000)
    figure('cold start of 2,000 phones, requests that took longer than 20 s', cold.timeouts, 'requests', {
      most: 0,
    })
    figure('cold start of 2,000 phones, requests that were told to wait', cold.refused, 'requests', {
      most: 0,
    })
    figure('cold start of 2,000 phones, without their own rows first', cold.ownLater, 'phones', { most: 0 })
    figure('cold start of 2,000 phones, without all of home', cold.incomplete, 'phones', { most: 0 })
    figure(
      'cold start of 2,000 phones, slowest hundredth of requests',
      percentile(cold.ms, 0.99) / 1000,
      's',
      {
        most: 20,
      },
    )
    figure('cold start of 2,000 phones, all have home', cold.seconds, 's', { most: 120 })
  } finally {
    await bed.stop()
  }
}

run().then(
  () => process.exit(exitCode()),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)

import { type Bed, makeBed } from './bed'
import { rankCandidates } from './candidates'
import { claimRace } from './claimRace'
import { coldStart } from './coldStart'
import { fanOut, fanOutAcross, SIZES } from './fanOut'
import { exitCode, figure, percentile, say } from './figures'
import { communityAt, fillCommunity } from './fill'
import { firstSync } from './firstSync'
import { hostile, serveWeighed, WEIGHED } from './hostile'
import { PLAIN, servePlainly } from './plain'
import { deltas, lists, placing, pulls } from './rates'

const OF_BARE = 'of the rate by bare pg'
const PLAIN_WS = 'times the time of plain ws'
const COMMUNITIES = 200
const NEEDS_EACH = 500
/** What the sockets look at. */
const SOCKETS_IN = [4, 6] as const
/** Whose helpers are ranked. */
const RANKED_IN = 10
/** Whose people ask, and where strangers pull from. */
const HOSTILE_TO = [1, 6, 7, 8, 9]
/** Parts that read nothing else; `start` fills what it reads itself. */
const ONLY_IN: Record<string, readonly number[]> = {
  sockets: SOCKETS_IN,
  candidates: [RANKED_IN],
  hostile: HOSTILE_TO,
  start: [],
}
/** Ten times the others, to see that time does not grow with the rows. */
const LARGE = communityAt(1)
const SMALL = communityAt(2)

/** `npm run bench -- server place lists` runs these alone; all of them where none is named. */
const PARTS: Record<string, (bed: Bed) => Promise<void>> = {
  async sync(bed) {
    say('server: first sync of 10,000 rows')
    const first = await firstSync(bed, communityAt(0))
    figure('first sync of 10,000 rows, requests', first.requests, 'requests', { most: 15 })
    figure('first sync of 10,000 rows, gzip', first.bytes / 1e6, 'MB', { most: 1.3 })
    figure('first sync of 10,000 rows, time', first.seconds, 's', { most: 1 })
  },

  async place(bed) {
    say('server: placing against plain statements')
    const apart = await placing(bed, (n) => communityAt(20 + n))
    figure('place a need', apart, OF_BARE, { least: 1.5 })
    // Here both wait for one counter, and what counts is how shortly it is held.
    const hot = await placing(bed, () => communityAt(5))
    figure('place a need, all in one community', hot, OF_BARE, { least: 1.5 })
  },

  async lists(bed) {
    say('server: lists, deltas and pulls against plain statements')
    const list = await lists(bed, SMALL, LARGE)
    figure('a page of a list', list.share, OF_BARE, { least: 0.6 })
    figure('a page of a list, ten times the rows', list.growth, 'times the time', { most: 1.3 })
    const delta = await deltas(bed, SMALL, LARGE)
    figure('a delta of 100 rows', delta.share, OF_BARE, { least: 0.6 })
    figure('a delta, ten times the rows', delta.growth, 'times the time', { most: 1.3 })
    figure('a pull that brings nothing', await pulls(bed, SMALL), OF_BARE, { least: 0.3 })
  },

  async candidates(bed) {
    say('server: 2,000 helpers ranked for one need')
    const ms = await rankCandidates(bed, communityAt(RANKED_IN), 2_000)
    figure('ranking 2,000 helpers', ms, 'ms', { most: 100 })
  },

  async claims(bed) {
    say('server: 50 claimants on each of 200 needs')
    const race = await claimRace(bed, communityAt(3))
    figure('claim race, winners asked for and not found', race.wrong, 'needs', { most: 0 })
    figure('claim race, losers not told', race.untold, 'claims', { most: 0 })
    figure('claim race, slowest hundredth', percentile(race.ms, 0.99) / 1000, 's', { most: 1 })
  },

  async sockets(bed) {
    say('server: a change to 2,000 and 10,000 open sockets, here and at a plain ws server')
    const { ours, theirs, reads } = await fanOut(bed, communityAt(SOCKETS_IN[0]))
    for (const [index, size] of SIZES.entries()) {
      const [one, other] = [ours.told[index], theirs.told[index]]
      if (!one || !other) throw new Error(`nothing is known of ${size} sockets`)
      const name = `a change to ${size.toLocaleString('en')} sockets`
      figure(`${name}, all have it`, one.all, 'ms', { most: size === 2_000 ? 200 : 500 })
      // A change is also asked for, committed and read; what then counts is the saying.
      figure(`${name}, all have it`, one.all / other.all, PLAIN_WS, { most: size === 2_000 ? 2 : 1.5 })
      figure(`${name}, from the first to the last`, one.spread / other.spread, PLAIN_WS, { most: 1.3 })
    }
    figure('a change to many sockets, reads', reads, 'reads a change', { most: 1 })
    figure('memory of a socket', ours.memory / 1000, 'kB', { most: 15 })
    figure('memory of a socket', ours.memory / theirs.memory, 'times that of plain ws', { most: 1.5 })
    const across = await fanOutAcross(bed, communityAt(SOCKETS_IN[1]))
    figure('a change on one server to sockets of another', across, 'ms', { most: 200 })
  },

  async hostile(bed) {
    say('server: what is kept of 30,000 hostile requests')
    const [before, once, twice] = await hostile(bed, HOSTILE_TO.map(communityAt))
    if (!before || !once || !twice) throw new Error('it was not weighed')
    for (const part of ['held', 'resident'] as const) {
      figure(`memory after 30,000 hostile requests, ${part}`, once[part] / before[part], 'of before', {
        most: 1.1,
      })
      figure(`memory after 60,000 hostile requests, ${part}`, twice[part] / before[part], 'of before', {
        most: 1.1,
      })
    }
  },

  async start(bed) {
    say('server: 2,000 phones start at once, each with a home of 5,000 rows')
    await fillCommunity(bed.pool, communityAt(COMMUNITIES), { count: 5_000, listed: true })
    const cold = await coldStart(bed, communityAt(COMMUNITIES), 5_000)
    for (const [reason, count] of cold.why) say(`server: ${count} requests came to nothing: ${reason}`)
    const name = 'cold start of 2,000 phones'
    figure(`${name}, requests that took longer than 20 s`, cold.timeouts, 'requests', { most: 0 })
    figure(`${name}, requests that came to nothing`, cold.refused, 'requests', { most: 0 })
    figure(`${name}, without their own rows first`, cold.ownLater, 'phones', { most: 0 })
    figure(`${name}, without all of home`, cold.incomplete, 'phones', { most: 0 })
    figure(`${name}, slowest hundredth of requests`, percentile(cold.ms, 0.99) / 1000, 's', { most: 10 })
    figure(`${name}, all have home`, cold.seconds, 's', { most: 60 })
    figure(`${name}, all have home`, cold.seconds / cold.plainly, 'times the time of plain answers', {
      most: 3,
    })
  },
}

async function run(named: string[]) {
  for (const part of named)
    if (!PARTS[part]) throw new Error(`there is only ${Object.keys(PARTS).join(', ')}`)
  say('server: starting PostgreSQL and the built server')
  const bed = await makeBed()
  try {
    for (const n of ONLY_IN[named.join()] ?? Array(COMMUNITIES).keys()) {
      const count = n === 1 ? NEEDS_EACH * 10 : NEEDS_EACH
      await fillCommunity(bed.pool, communityAt(n), n === 0 ? { count: 10_000, listed: true } : { count })
      if (n % 40 === 39) say(`server: ${n + 1} of ${COMMUNITIES} communities filled`)
    }
    await bed.pool.query('vacuum analyze')
    for (const [part, measure] of Object.entries(PARTS))
      if (named.length === 0 || named.includes(part)) await measure(bed)
  } finally {
    await bed.stop()
  }
}

if (process.argv[2] === PLAIN) servePlainly()
else if (process.argv[2] === WEIGHED) void serveWeighed()
else
  run(process.argv.slice(2)).then(
    () => process.exit(exitCode()),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )

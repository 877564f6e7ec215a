import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { Client } from 'pg'
import { type BuiltCloud, startBuiltCloud } from './builtCloud'
import { createWriter, type Writer } from './writer'
import { writePerson } from './writtenPeople'

export const VICTIMS = ['server', 'postmaster', 'backend', 'both'] as const
type Victim = (typeof VICTIMS)[number]

const WRITERS = 20
const COMMUNITIES = ['990010100001', '990010100002']
/** However bad it is, there is an end. */
const GIVE_UP_MS = 60_000

export interface Damage {
  written: number
  /** Acknowledged, and not there. */
  lost: number
  /** There more often than it was done. */
  doubled: number
  /** Repeated, and answered differently. */
  changed: number
  /** Scopes whose numbers have gaps. */
  gaps: number
  /** From each kill until all people had begun and ended another command. */
  returnsMs: { victim: Victim; ms: number }[]
}

/** Kills the server or its PostgreSQL again and again with SIGKILL while 20 people write; then looks what is there. */
export async function crash(victims: Victim[], say = (_: string) => {}): Promise<Damage> {
  const home = await openHome()
  try {
    const writers = await home.writers()
    const failures: unknown[] = []
    const writing = writers.map((writer) =>
      writer.write(home.url()).catch((error) => void failures.push(error)),
    )
    const allSince = async (from: number) => {
      while (!writers.every((writer) => writer.begunAt() > from)) {
        if (failures.length > 0) throw failures[0]
        if (performance.now() - from > GIVE_UP_MS) throw new Error('nobody can write any more')
        await sleep(10)
      }
    }

    const returnsMs: Damage['returnsMs'] = []
    await allSince(performance.now())
    for (const victim of victims) {
      await sleep(Math.random() * 300)
      const killed = performance.now()
      await home.kill(victim)
      await allSince(killed)
      returnsMs.push({ victim, ms: performance.now() - killed })
      say(`${victim} killed, all ${WRITERS} write again after ${Math.round(performance.now() - killed)} ms`)
    }
    for (const writer of writers) writer.stop()
    await Promise.all(writing)
    if (failures.length > 0) throw failures[0]

    const repeats = await Promise.all(writers.map((writer) => writer.repeat(home.url())))
    const changed = repeats.filter(({ before, now }) => !isDeepStrictEqual(before, now)).length
    return { ...(await look(home, writers)), changed, returnsMs }
  } finally {
    await home.close()
  }
}

/** The built server over an embedded PostgreSQL that writes as safely as it does for people. */
async function openHome() {
  const dataDir = fs.mkdtempSync('/tmp/xf-crash-')
  fs.chmodSync(dataDir, 0o711)
  const env = { DATA_DIR: dataDir, DEMO: '0' }
  let cloud: BuiltCloud = await startBuiltCloud(undefined, env)
  const { url } = cloud
  const again = { ...env, PORT: new URL(url).port }

  async function ask(sql: string, values: unknown[] = []) {
    const client = await open(dataDir)
    try {
      return (await client.query(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  const killPostmaster = () => {
    const file = path.join(dataDir, 'postgres/db/postmaster.pid')
    process.kill(Number.parseInt(fs.readFileSync(file, 'utf8'), 10), 'SIGKILL')
  }
  async function restart() {
    await cloud.kill()
    cloud = await startBuiltCloud(undefined, again)
  }
  const kills: Record<Victim, () => unknown> = {
    server: restart,
    postmaster: killPostmaster,
    backend: async () => {
      const [busiest] = await ask(
        `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
         order by state = 'active' desc, random() limit 1`,
      )
      process.kill(busiest.pid, 'SIGKILL')
    },
    both: () => {
      killPostmaster()
      return restart()
    },
  }

  return {
    url: () => url,
    ask,
    kill: async (victim: Victim) => {
      await kills[victim]()
    },
    async writers(): Promise<Writer[]> {
      const client = await open(dataDir)
      try {
        for (const code of COMMUNITIES)
          await client.query('insert into areas (code, name) values ($1, $2)', [code, '社区'])
        const made: Writer[] = []
        for (let n = 0; n < WRITERS; n++) {
          const community = COMMUNITIES[n % COMMUNITIES.length] as string
          made.push(createWriter(await writePerson(client, community), community))
        }
        return made
      } finally {
        await client.end()
      }
    },
    async close() {
      await cloud.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function open(dataDir: string) {
  const folder = path.join(dataDir, 'postgres')
  const password = fs.readFileSync(path.join(folder, 'password'), 'utf8')
  const client = new Client({
    host: path.join(folder, 'run'),
    user: 'xianfeng',
    password,
    database: 'postgres',
  })
  await client.connect()
  return client
}

/** What is there beside what was acknowledged; nothing is under way any more. */
async function look({ ask }: Awaited<ReturnType<typeof openHome>>, writers: Writer[]) {
  const written = writers.flatMap((writer) => writer.acknowledged)
  const happened = await ask(
    `select thing_id || '/' || coalesce(note, '') as what, count(*)::int from events group by 1`,
  )
  const counts = new Map<string, number>(happened.map(({ what, count }) => [what, count]))
  const whatOf = ({ args }: (typeof written)[number]) =>
    'needId' in args ? `${args.needId}/${args.note}` : `${'id' in args && args.id}/`
  const lost = written.filter((each) => !counts.has(whatOf(each))).length
  const inFeed = await ask(
    `select count(*)::int from feed where entity = 'need' and scope = any($1) and row is not null`,
    [COMMUNITIES.map((code) => `${code}:staff`)],
  )
  const needs = written.filter(({ args }) => !('needId' in args)).length
  const total = happened.reduce((sum, { count }) => sum + count, 0)
  // A scope's counter has moved once for every event of its needs: the lists of staff show them all.
  const moved = await ask('select sum(number)::int as count from scopes where scope = any($1)', [
    COMMUNITIES.map((code) => `${code}:staff`),
  ])
  return {
    written: written.length,
    lost: lost + Math.max(0, needs - inFeed[0].count),
    doubled: total - (written.length - lost),
    gaps: Math.abs(moved[0].count - total),
  }
}

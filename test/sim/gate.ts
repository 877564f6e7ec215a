import type { Client, PoolClient } from 'pg'
import type { Dice } from '../support/dice'
import { inRealMs, rest } from './time'

/** What PostgreSQL may take to answer before it is asked whether the statement waits for a lock. */
const PATIENCE_MS = 2

/** Where they are slow, more turns of the event loop than anything needs that needs no database. */
const SLOW_MS = 2 * PATIENCE_MS

interface Statement {
  text: string
  send: () => Promise<unknown>
  end: (outcome: Outcome) => void
}
type Outcome = { value: unknown } | { error: unknown }

/** One connection: its statements go out in order, one at a time. */
interface Line {
  pid: number
  ask: (...args: unknown[]) => Promise<unknown>
  waiting: Statement[]
  running: Statement | undefined
  /** What PostgreSQL answered; told to the asker when everybody stands still. */
  outcome: Outcome | undefined
  answered: Promise<void> | undefined
  inTransaction: boolean
  /** Whose locks it waits for. */
  blockedBy: number[]
  dead: boolean
}

/** Not by the dice: no seed knows of it. */
const aWhile = () => (Math.random() < 0.2 ? inRealMs(Math.random() * SLOW_MS) : undefined)

const isBlocked = ({ blockedBy }: Line) => blockedBy.length > 0

const DEAD = new Error('Connection terminated')
/** What the server's log may say of our doing. */
export const SIMULATED = ['58030', '40001', DEAD.message]

const FAILURES = {
  stumble: `do $$ begin raise exception 'simulated' using errcode = '58030'; end $$`,
  transient: `do $$ begin raise exception 'simulated' using errcode = '40001'; end $$`,
}

/**
 * Decides, by the seed, which connection's statement goes next, and lets none go before PostgreSQL has answered
 * the last one or said that it waits for a lock. So transactions of real concurrency replay exactly.
 * @param observer a connection of our own
 * @param slow answers take longer than they do, each by another while: what happens is the same
 */
export function createGate(observer: Client, dice: Dice, slow: boolean) {
  const lines: Line[] = []
  const troubles: string[] = []
  let free = false
  /** Percent of statements that fail. */
  let failing = 0
  let steps = 0

  /** From now on these connections ask here. */
  function guard(clients: PoolClient[]) {
    lines.length = 0
    for (const client of clients) guardOne(client)
  }

  function guardOne(client: PoolClient) {
    const line: Line = {
      pid: (client as unknown as { processID: number }).processID,
      ask: Object.getPrototypeOf(client).query.bind(client),
      waiting: [],
      running: undefined,
      outcome: undefined,
      answered: undefined,
      inTransaction: false,
      blockedBy: [],
      dead: false,
    }
    lines.push(line)
    const gated = (...args: unknown[]) => {
      if (line.dead) return Promise.reject(DEAD)
      if (free) return line.ask(...args)
      return new Promise((resolve, reject) => {
        const end = (outcome: Outcome) =>
          'value' in outcome ? resolve(outcome.value) : reject(outcome.error)
        line.waiting.push({ text: String(args[0]), send: () => line.ask(...args), end })
      })
    }
    Object.assign(client, { query: gated })
  }

  function start(line: Line) {
    const statement = line.waiting.shift()
    if (!statement) return
    const { text, send } = statement
    if (text === 'begin') line.inTransaction = true
    const fails = failing > 0 && !['begin', 'commit', 'rollback'].includes(text) && dice.chance(failing)
    line.running = statement
    // PostgreSQL itself must fail, for what follows in the same transaction depends on it.
    const failure = fails && dice.chance(50) ? FAILURES.stumble : FAILURES.transient
    const end = (outcome: Outcome) => {
      line.outcome = outcome
    }
    const asked = fails ? line.ask(failure) : send()
    const answer = slow ? asked.finally(aWhile) : asked
    line.answered = answer.then(
      (value) => end({ value }),
      (error) => end({ error }),
    )
  }

  /** Until every statement that was sent is answered, or waits for somebody who waits for us. */
  async function still() {
    for (;;) {
      const running = lines.filter((line) => line.running && !line.outcome && !isBlocked(line))
      if (running.length === 0) return
      const others = lines.some((line) => line.inTransaction && !running.includes(line))
      const answers = running.map((line) => line.answered)
      if (running.length === 1 && !others) await answers[0]
      else {
        await Promise.race([...answers, inRealMs(PATIENCE_MS)])
        await markBlocked(running.filter((line) => !line.outcome))
      }
    }
  }

  async function markBlocked(running: Line[]) {
    if (running.length === 0) return
    const { rows } = await observer.query<{ pid: number; by: number[] }>(
      'select pid, pg_blocking_pids(pid) as by from unnest($1::int[]) as of (pid)',
      [running.map(({ pid }) => pid)],
    )
    // Whom else it waits for, such as a vacuum of PostgreSQL's own, will be done in a moment.
    const ours = new Set(lines.map(({ pid }) => pid))
    const by = new Map(rows.map((row) => [row.pid, row.by.filter((pid) => ours.has(pid))]))
    const blockers = running.map(({ pid }) => by.get(pid) ?? [])
    // While one of them runs it may yet let the others go.
    if (blockers.some((pids) => pids.length === 0)) return
    for (const [index, line] of running.entries()) line.blockedBy = blockers[index] ?? []
  }

  /** Tells what was answered, in the order of the connections. */
  function tell() {
    for (const line of lines) {
      const { running, outcome } = line
      if (!running || !outcome) continue
      if (['commit', 'rollback'].includes(running.text)) line.inTransaction = false
      line.running = undefined
      line.outcome = undefined
      running.end(outcome)
    }
  }

  /**
   * Of two who wait for the same lock PostgreSQL would let either go first: while one waits, those whom it waits for
   * go on before anybody else comes to want it.
   */
  function ready(): Line[] {
    const idle = lines.filter((line) => line.waiting.length > 0 && !line.running)
    const blockers = new Set(lines.flatMap(({ blockedBy }) => blockedBy))
    const holding = idle.filter(({ pid }) => blockers.has(pid))
    return holding.length > 0 ? holding : idle
  }

  /** @returns false where nobody asks for anything */
  async function step(): Promise<boolean> {
    const line = dice.pick(ready())
    if (!line) {
      if (!lines.some(({ running }) => running)) return false
      troubles.push('deadlock: every transaction waits for another')
      for (const each of lines) each.blockedBy = []
      await Promise.race(lines.flatMap(({ running, answered }) => (running ? [answered] : [])))
      tell()
      return true
    }
    steps++
    if (line.waiting[0]?.text === 'begin') start(line)
    if (line.running) {
      await line.answered
      tell()
    }
    start(line)
    if (!line.inTransaction || ['commit', 'rollback'].includes(line.running?.text ?? ''))
      for (const each of lines) each.blockedBy = [] // locks may come free
    await still()
    tell()
    return true
  }

  return {
    guard,
    step,
    troubles,
    steps: () => steps,
    fail(percent: number) {
      failing = percent
    },
    /** While this goes on, statements are sent as they come. */
    async freely<T>(work: () => Promise<T>): Promise<T> {
      free = true
      try {
        return await work()
      } finally {
        free = false
      }
    },
    /** The server's process dies: its transactions are rolled back, and nobody hears of anything any more. */
    async kill() {
      const pids = lines.map(({ pid }) => pid)
      await observer.query('select pg_terminate_backend(pid) from unnest($1::int[]) as of (pid)', [pids])
      await Promise.all(lines.map(({ answered }) => answered))
      for (const line of lines.splice(0)) {
        line.dead = true
        for (const statement of [line.running, ...line.waiting.splice(0)]) statement?.end({ error: DEAD })
      }
      await rest()
      const left = 'select 1 from pg_stat_activity where pid = any($1::int[])'
      while ((await observer.query(left, [pids])).rowCount) await inRealMs(1)
    },
  }
}
export type Gate = ReturnType<typeof createGate>

import { openBoss } from '../db/boss'
import { alone } from '../db/migrate'
import { JOBS } from '../things'
import type { Job, JobContext } from './job'

/** Seconds. An idle server asks the database about a dozen times a minute. */
export const PACE = {
  /** Between two looks for work of a kind. */
  poll: 30,
  /** Between two looks at the calendar: two of them must lie within a minute, and one may come to nothing. */
  calendar: 25,
  /** Between two looks for jobs whose server has gone. */
  upkeep: 60,
  /** So long a job may take; then its server has gone. */
  expire: 300,
  /** Before a failed job is tried again; doubled each time. */
  retry: 30,
}

const RETRIES = 3
const STOP_WITHIN_MS = 5_000

/**
 * Runs every job at its times, once for all servers on the database, and those that failed or whose server has gone
 * again.
 */
export async function startJobs(
  context: JobContext,
  onError: (error: unknown) => void,
  { jobs = JOBS, pace = PACE }: { jobs?: readonly Job[]; pace?: typeof PACE } = {},
): Promise<{ stop: () => Promise<void> }> {
  const { boss, forgive } = openBoss(
    context.db,
    {
      migrate: false,
      cronMonitorIntervalSeconds: pace.calendar,
      cronWorkerIntervalSeconds: pace.poll,
      maintenanceIntervalSeconds: pace.upkeep,
    },
    onError,
  )
  // Every queue is a table.
  await alone(context.db, async () => {
    await boss.start()
    for (const { name, when } of jobs) {
      const queue = {
        name,
        policy: 'stately' as const, // one at a time, and at most one waits
        retryLimit: RETRIES,
        retryDelay: pace.retry,
        retryBackoff: true,
        expireInSeconds: pace.expire,
      }
      await boss.createQueue(name, queue)
      await boss.updateQueue(name, queue)
      await boss.schedule(name, when, {}, { tz: 'Asia/Shanghai' })
    }
    for (const { name } of await boss.getSchedules())
      if (!jobs.some((job) => job.name === name)) await boss.unschedule(name)
  })
  for (const { name, run } of jobs)
    await boss.work(name, { pollingIntervalSeconds: pace.poll }, async () => {
      try {
        await run(context)
      } catch (error) {
        onError(error)
        throw new Error('It is in the log.') // pg-boss would keep all that the error tells
      }
    })
  forgive()
  return { stop: () => boss.stop({ timeout: STOP_WITHIN_MS }) }
}

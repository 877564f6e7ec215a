import { openBoss } from '../../../cloud/db/boss'
import { poolOf } from '../../../cloud/db/pool'
import type { Job } from '../../../cloud/jobs/job'
import { startJobs } from '../../../cloud/jobs/startJobs'
import { JOBS } from '../../../cloud/things'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { nowText } from '../../support/seed'

let cloud: TestPipeline
let errors: unknown[]
const started: { stop: () => Promise<void> }[] = []
beforeEach(async () => {
  cloud = await freshPipeline()
  errors = []
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.stop()))
  await cloud.stop()
})

const PACE = { poll: 1, calendar: 1, upkeep: 1, expire: 2, retry: 1 }
const when = '* * * * *'

async function start(jobs: readonly Job[]) {
  const onError = (error: unknown) => errors.push(error)
  const server = await startJobs({ ...cloud, now: nowText }, onError, { jobs, pace: PACE })
  started.push(server)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await pause()
}

/** Waits until the servers have looked for work so often. */
async function looks(times: number) {
  const asked = jest.spyOn(poolOf(cloud.db), 'query')
  await until(() => asked.mock.calls.filter(([text]) => String(text).includes('SKIP LOCKED')).length >= times)
  asked.mockRestore()
}

test('of several servers one runs a job at its time, and none runs it again', async () => {
  const ran: string[] = []
  const jobs = ['one', 'other'].map((name) => ({ name, when, run: async () => ran.push(name) }))
  await until(() => new Date().getSeconds() < 40) // the next minute is another time
  await Promise.all([start(jobs), start(jobs), start(jobs)])
  await until(() => ran.length >= 2)
  await looks(3 * 3 * 3)
  expect(ran.sort()).toEqual(['one', 'other'])
  expect(errors).toEqual([])
})

test('a job that failed is reported and tried again, and pg-boss keeps nothing of what it said', async () => {
  let runs = 0
  const run = async () => {
    if (++runs === 1) throw new Error('13800138000')
  }
  await start([{ name: 'stumbles', when, run }])
  let kept = ''
  await until(async () => {
    const { rows } = await poolOf(cloud.db).query(`select output::text from jobs.job where name = 'stumbles'`)
    kept ||= rows[0]?.output ?? ''
    return kept !== ''
  })
  expect(kept).not.toContain('13800138000')
  await until(() => runs === 2)
  expect(errors).toEqual([new Error('13800138000')])
})

test('a job whose server went away in the middle of it is taken over', async () => {
  let runs = 0
  const job = { name: 'outlives', when: '0 0 1 1 *', run: async () => runs++ }
  await start([job])
  await started.pop()?.stop() // nobody else takes it meanwhile
  const { boss } = openBoss(cloud.db, {}, () => {})
  await boss.send(job.name, {})
  expect(await boss.fetch(job.name)).toHaveLength(1) // by one that says no more
  await start([job])
  await until(() => runs === 1)
})

test('a statement of its that fails is reported, and ends nothing', async () => {
  const { boss, forgive } = openBoss(cloud.db, {}, (error) => errors.push(error))
  await expect(boss.complete('any', 'not an id')).rejects.toThrow('uuid')
  forgive()
  await boss.complete('any', 'not an id')
  expect(errors).toHaveLength(1)
})

test('a job that is named no more is not run any more', async () => {
  const schedules = async () =>
    (await openBoss(cloud.db, {}, () => {}).boss.getSchedules()).map(({ name }) => name)
  await start([...JOBS, { name: 'formerly', when, run: async () => {} }])
  expect((await schedules()).sort()).toEqual([...JOBS.map(({ name }) => name), 'formerly'].sort())
  await start(JOBS)
  expect(await schedules()).toEqual(JOBS.map(({ name }) => name))
})

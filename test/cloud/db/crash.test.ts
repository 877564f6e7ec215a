import { crash, VICTIMS } from '../../support/crashes'

jest.setTimeout(120_000)

// Thirty times: npm run bench -- faults.
test('[S3] [S6] killed with -9 under 20 writers, server and database: nothing is lost, doubled or told differently', async () => {
  const { written, returnsMs, ...damage } = await crash([...VICTIMS])
  expect(damage).toEqual({ lost: 0, doubled: 0, changed: 0, gaps: 0 })
  expect(written).toBeGreaterThan(20 * VICTIMS.length)
  // Within ten seconds, says the bench; here other tests run beside it.
  expect(returnsMs.filter(({ ms }) => ms > 30_000)).toEqual([])
})

import { execFile } from 'node:child_process'
import path from 'node:path'

/** Three minutes on a machine that does nothing else. */
const TIMEOUT_MS = 4 * 180_000

/** `npm run sim`, on the PostgreSQL of this run. */
function simulate(...args: string[]): Promise<{ passed: boolean; lines: string[] }> {
  const command = [path.resolve('config/run.cjs'), 'sim', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { maxBuffer: 1e9 }, (error, out, errors) =>
      resolve({ passed: !error, lines: `${errors}${out}`.trim().split('\n') }),
    )
  })
}

test(
  '[S1] [S2] [S3] [S4] [S5] [S6] [S7] [S9] [S10] [S11] [S13] [S14] whatever happens to phones, network, server and database, everything ends once and every screen shows what is',
  async () => {
    const { passed, lines } = await simulate('--seeds', '200')
    if (!passed) throw new Error(lines.slice(-60).join('\n'))
    expect(lines.at(-1)).toMatch(/^200 seeds from 1, 7 phones each, [\d,]+ commands: 0 failures$/)
  },
  TIMEOUT_MS,
)

test(
  'a seed replays exactly, whatever ran before it',
  async () => {
    const traceOf = async (...args: string[]) => {
      const { lines } = await simulate(...args, '--jobs', '1', '--trace')
      const begins = lines.map((line) => line.endsWith(' — all begins')).lastIndexOf(true)
      return lines.slice(begins, -2)
    }
    const [alone, after] = [
      await traceOf('--seeds', '1', '--from', '7'),
      await traceOf('--seeds', '3', '--from', '5'),
    ]
    expect(alone.length).toBeGreaterThan(100)
    expect(after).toEqual(alone)
  },
  TIMEOUT_MS,
)

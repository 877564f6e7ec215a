import { execFile } from 'node:child_process'
import path from 'node:path'

/** Three minutes on a machine that does nothing else. */
const TIMEOUT_MS = 4 * 180_000

const { TEST_POSTGRES, ...alone } = process.env

/** `npm run sim`, on the PostgreSQL of this run, or on one of its own. */
function simulate(args: string[], env = process.env): Promise<{ passed: boolean; lines: string[] }> {
  const command = [path.resolve('config/run.cjs'), 'sim', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { maxBuffer: 1e9, env }, (error, out, errors) =>
      resolve({ passed: !error, lines: `${errors}${out}`.trim().split('\n') }),
    )
  })
}

test(
  '[S1] [S2] [S3] [S4] [S5] [S6] [S7] [S9] [S10] [S11] [S13] [S14] whatever happens to phones, network, server and database, everything ends once and every screen shows what is',
  async () => {
    const { passed, lines } = await simulate(['--seeds', '200'])
    if (!passed) throw new Error(lines.slice(-60).join('\n'))
    expect(lines.at(-1)).toMatch(/^200 seeds from 1, 7 phones each, [\d,]+ commands: 0 failures$/)
  },
  TIMEOUT_MS,
)

test(
  'a seed replays exactly, whatever ran before it, in another database, and however long that takes to answer',
  async () => {
    const traceOf = async (args: string[], env?: NodeJS.ProcessEnv) => {
      const { lines } = await simulate([...args, '--jobs', '1', '--trace'], env)
      const begins = lines.map((line) => line.endsWith(' — all begins')).lastIndexOf(true)
      return lines.slice(begins, -2)
    }
    const first = await traceOf(['--seeds', '1', '--from', '7'])
    const again = await traceOf(['--seeds', '3', '--from', '5', '--slow'], alone)
    expect(first.length).toBeGreaterThan(100)
    expect(again).toEqual(first)
  },
  TIMEOUT_MS,
)

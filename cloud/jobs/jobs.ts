import type { Context } from '../context'
import { closeUnrated } from '../needs/closeUnrated'

export interface Job {
  name: string
  /** Cron, in China's time. A moment at which no server ran is left out. */
  when: string
  /** On one server. What throws, or takes longer than five minutes, is tried again; so it bears being done twice. */
  run: (context: JobContext) => Promise<unknown>
}

export type JobContext = Pick<Context, 'db' | 'vault' | 'now' | 'committed'>

export const JOBS: readonly Job[] = [
  { name: 'close-unrated', when: '*/10 * * * *', run: (context) => closeUnrated(context, context.now()) },
]

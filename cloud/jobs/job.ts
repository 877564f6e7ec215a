import type { Pipeline } from '../commands/pipeline'
import type { Context } from '../kernel/context'

export interface Job {
  name: string
  /** Cron, in China's time. A moment at which no server ran is left out. */
  when: string
  /** On one server. What throws, or takes longer than five minutes, is tried again; so it bears being done twice. */
  run: (context: JobContext) => Promise<unknown>
}

export type JobContext = Pipeline & Pick<Context, 'now' | 'doEffects'>

import { learnCategories } from '../category/learnCategories'
import type { Pipeline } from '../commands/pipeline'
import type { Context } from '../kernel/context'
import { archiveNeeds } from '../need/archiveNeeds'
import { closeUnrated } from '../need/closeUnrated'
import { escalateLate } from '../need/escalateLate'
import { forgetFormer } from '../need/forgetFormer'
import { compactFeeds } from '../sync/compact'

export interface Job {
  name: string
  /** Cron, in China's time. A moment at which no server ran is left out. */
  when: string
  /** On one server. What throws, or takes longer than five minutes, is tried again; so it bears being done twice. */
  run: (context: JobContext) => Promise<unknown>
}

export type JobContext = Pipeline & Pick<Context, 'now' | 'doEffects'>

export const JOBS: readonly Job[] = [
  { name: 'close-unrated', when: '*/10 * * * *', run: (context) => closeUnrated(context, context.now()) },
  { name: 'escalate-late', when: '* * * * *', run: (context) => escalateLate(context, context.now()) },
  { name: 'do-effects', when: '* * * * *', run: ({ doEffects }) => doEffects() },
  { name: 'archive-needs', when: '5 * * * *', run: (context) => archiveNeeds(context, context.now()) },
  { name: 'forget-former', when: '20 * * * *', run: (context) => forgetFormer(context, context.now()) },
  { name: 'learn-categories', when: '40 * * * *', run: (context) => learnCategories(context, context.now()) },
  { name: 'compact-feeds', when: '35 3 * * *', run: ({ db, now }) => compactFeeds(db, now()) },
]

import type { CommandName } from 'domain/commands'
import type { Handler } from '../commands/handles'
import type { Effects } from '../effects/effect'
import type { Job } from '../jobs/job'
import type { App, Context } from './context'

/** What the server does for a thing (`things.ts` lists them). */
export interface Thing {
  handlers?: { [N in CommandName]?: Handler<N> }
  effects?: Partial<Effects>
  jobs?: readonly Job[]
  routes?: (app: App, context: Context) => void
}

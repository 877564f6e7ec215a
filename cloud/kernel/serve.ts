import type { Db } from '../db/pool'
import { startJobs } from '../jobs/startJobs'
import { buildApp } from './app'
import type { Config } from './config'

/** Connections that wait to be taken: a community that opens the app at once is more than Node's 511. */
const BACKLOG = 4096

export interface Serving {
  address: string
  /** Answers what is under way first. */
  stop: () => Promise<void>
}

/** Serves the API, the live sockets and the H5 app, and has a hand in the jobs. */
export async function serve(config: Config, db: Db): Promise<Serving> {
  const { app, context } = await buildApp({ db, config })
  const jobs = await startJobs(context, (error) => app.log.error({ err: error }))
  const address = await app.listen({ port: config.port, host: config.host, backlog: BACKLOG })
  return {
    address,
    stop: async () => {
      await Promise.all([app.close(), jobs.stop()])
    },
  }
}

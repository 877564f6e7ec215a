import { openDatabase } from './database'
import { watchNotices } from './notices'
import { run } from './run'
import { endConnections } from './server'
import { takeOverMachine } from './time'

/** What a worker is asked; it answers with the Result. */
export interface Task {
  seed: number
  phones: number
}

takeOverMachine()
watchNotices()
const opening = openDatabase()

process.on('message', async ({ seed, phones }: Task) => {
  process.send?.(await run(await opening, seed, phones))
})
process.on('disconnect', async () => {
  await endConnections()
  await (await opening).drop()
  process.exit()
})

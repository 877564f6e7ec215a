import './machine'
import { openDatabase } from './database'
import { watchNotices } from './notices'
import { run, type Task } from './run'
import { endConnections } from './server'

watchNotices()
const opening = openDatabase()

/** Each is answered with its Result. */
process.on('message', async (task: Task) => {
  process.send?.(await run(await opening, task))
})
process.on('disconnect', async () => {
  await endConnections()
  await (await opening).drop()
  process.exit()
})

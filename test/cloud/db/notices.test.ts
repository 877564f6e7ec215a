import { sql } from 'kysely'
import { Client } from 'pg'
import { openNotices } from '../../../cloud/db/notices'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
})
afterAll(() => cloud.stop())

test('a server that stops while its connection for notices is being opened again does not wait for ever', async () => {
  const { db } = cloud
  const notices = await openNotices(db, { heard: () => {}, missed: () => {} }, () => {})
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const { connect } = Client.prototype as unknown as { connect: () => Promise<void> }
  const opening = new Promise<void>((opens) => {
    jest.spyOn(Client.prototype, 'connect').mockImplementation(async function (this: Client) {
      opens()
      await held
      await connect.call(this)
    } as never)
  })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'xianfeng notices' and datname = current_database()`.execute(db)
  await opening
  const closed = notices.close()
  goOn()
  await closed
  jest.restoreAllMocks()
})

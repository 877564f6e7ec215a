import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { startCloud, type TestCloud } from '../../support/cloud'
import { newId, nowText } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

test('[S2] what each of many sends in one request is done in order, though commands of all share transactions', async () => {
  const { seed } = cloud
  const people = await Promise.all(Array.from({ length: 10 }, () => seed.resident()))
  const pushes = await Promise.all(
    people.map(async ({ id }) => {
      const needIds = Array.from({ length: 3 }, newId)
      const commands = needIds.flatMap((needId) => [
        { name: 'need.place', args: seed.placeArgs({ id: needId }) },
        { name: 'need.move', args: { needId, action: 'add', note: '二楼也不亮了' } },
      ])
      const push = commands.map((each, index) => ({ id: newId(), seq: index + 1, at: nowText(), ...each }))
      return { scope: `user:${id}`, token: await cloud.loginAs(id), push }
    }),
  )
  const answered = await Promise.all(
    pushes.map(async ({ scope, token, push }) => {
      const body = { protocol: PROTOCOL_VERSION, device: newId(), push, cursors: {} }
      const { answers } = (await cloud.ask('POST', '/api/sync', { token, body })).body
      return answers.map((each: { numbers?: Record<string, number> }) => each.numbers?.[scope])
    }),
  )
  // Their own profile took the first.
  expect(answered).toEqual(people.map(() => [2, 3, 4, 5, 6, 7]))
})

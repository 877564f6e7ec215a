import { startCloud, type TestCloud } from '../../support/cloud'
import { openSocket } from '../../support/liveSocket'
import { newId } from '../../support/seed'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const SECRET = /门禁|黄姨|老林/

test('who asked for the same reads the steps and the public words, by pull, by socket and by its address', async () => {
  const { seed } = cloud
  const [first, second] = [await seed.resident({ displayName: '黄姨' }), await seed.resident()]
  const secretary = await seed.secretary()
  const target = await seed.place(first, { words: '门禁是老林给的', answers: { what: '灯不亮' } })
  const source = await seed.place(second)
  const token = await cloud.loginAs(second.id)
  const phone = await openSocket(cloud.url, { token })
  await phone.until('ready')
  await seed.move(secretary, { needId: source, action: 'merge', targetId: target })
  await seed.move(first, { needId: target, action: 'add', note: '老林在家' })
  const told = async () => {
    const body = { protocol: 3, device: newId(), push: [], cursors: {} }
    const pulled = await cloud.ask('POST', '/api/sync', { token, body })
    const asked = await cloud.ask('GET', `/api/needs/${target}`, { token })
    expect(asked.status).toBe(200)
    return JSON.stringify([pulled.body.changes, asked.body])
  }
  expect(await told()).toContain(target)
  expect(await told()).not.toMatch(SECRET)

  await seed.move(first, { needId: target, action: 'withdraw' })
  await phone.until('patch', ({ rows }) => JSON.stringify(rows).includes('"withdraw"'))
  expect(await told()).toContain('"withdraw"')
  expect(await told()).not.toMatch(SECRET)
  expect(phone.texts.join()).not.toMatch(SECRET)
  phone.socket.close()
})

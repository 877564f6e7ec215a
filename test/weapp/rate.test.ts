import path from 'node:path'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { callAs } from '../support/caller'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { launch, type Phone } from './harness'
import { needCalled, storageOf } from './people'

jest.setTimeout(240_000)

const DIST = path.resolve('dist/weapp')
const SOON = 30_000
const TITLE = '中午十二点装修电钻不停'

let database: TestDatabase
let cloud: BuiltCloud
let phone: Phone

beforeAll(async () => {
  database = await freshDatabase()
  cloud = await startBuiltCloud(database.url, { DEMO: '1' })
})
afterAll(async () => {
  phone?.kill()
  await cloud?.stop()
  await database?.drop()
})

const reads = (text: string) => phone.waitFor(() => phone.text()?.includes(text) || undefined, SOON)

test('nothing is chosen beforehand; what was good is tapped, and it is closed with that note', async () => {
  phone = launch(DIST, { apiBase: cloud.url, storage: await storageOf(cloud.url, 'r04') })
  const needId = await needCalled(cloud.url, 'r04', TITLE)
  await phone.open(`/pages/need/index?id=${needId}`)
  await reads('说办好了')
  expect(phone.$$('.rate--on')).toHaveLength(0)
  await phone.tapText('确认评价')
  await reads('请选一个')
  await phone.tapText('很满意')
  await phone.tapText('准时')
  await phone.tapText('确认评价')
  await reads('谢谢您的评价')
  await reads('评价：很满意，“准时”')
  const staff = await callAs(cloud.url, 'y-sec')
  const closed = async () => Object.values(await staff.holds()).some((rows) => rows.includes('"note":"准时"'))
  const until = Date.now() + SOON
  while (!(await closed()) && Date.now() < until) await new Promise((go) => setTimeout(go, 200))
  expect(await closed()).toBe(true)
})

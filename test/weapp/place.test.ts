import path from 'node:path'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { launch, type Phone } from './harness'

jest.setTimeout(240_000)

const DIST = path.resolve('dist/weapp')
const PLACE = '/pages/place/index'
const WORDS = '厨房水龙头一直漏水，想请人上门看看'
const SOON = 30_000

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

const reads = (text: string) =>
  phone.waitFor(() => {
    if (phone.text()?.includes(text)) return true
    throw new Error(`“${text}” is not on ${phone.page.route}: ${phone.text()}`)
  }, SOON)

test('a guest writes, is asked who they are at 提交, and the order goes out with nothing written twice', async () => {
  phone = launch(DIST, { apiBase: cloud.url, storage: standard() })
  await phone.open(PLACE)
  await reads('什么事')
  await phone.tapText('提交点单')
  await reads('说一句想请人办的事就行')
  await phone.input('.textarea__text', WORDS)
  await reads('水管下水') // guessed from the words

  // killed in the middle: the draft is all that is left
  phone.kill()
  phone = launch(DIST, { apiBase: cloud.url, storage: phone.storage })
  await phone.open(PLACE)
  await reads('水管下水')

  await phone.tap('.check')
  await phone.tapText('提交点单')
  await reads('选一个身份登录')
  await reads('林**')
  const row = phone.$$('.cand').findIndex(({ dom }) => dom.textContent?.includes('林**'))
  const button = phone.$$('.btn').filter(({ dom }) => dom.textContent === '用这个')[row]
  if (!button) throw new Error('nobody is called 林**')
  await phone.touch(button)
  await reads('已收下')
  await reads(WORDS.slice(0, 10))
})

test('a number in the words does not leave the phone, and says what to do', async () => {
  await phone.tapText('再点一单')
  await reads('什么事')
  await phone.input('.textarea__text', '马桶堵了，打 13800138000 找我')
  await reads('去掉号码就能送')
  await phone.tap('.check')
  await phone.tapText('去掉号码再送')
  await reads('已收下')
  await phone.tapText('再点一单')
  await reads('138 **** 8000')
})

const standard = () => new Map([['xf/preferences', '"standard"']])

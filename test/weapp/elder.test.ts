import path from 'node:path'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { callAs } from '../support/caller'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { launch, type Phone } from './harness'

jest.setTimeout(240_000)

const DIST = path.resolve('dist/weapp')
const WORDS = '厨房水龙头一直漏水'
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

async function logIn(name: string) {
  await phone.switchTab('/pages/me/index')
  await phone.tapText('登录')
  await reads(name)
  const row = phone.$$('.cand').findIndex(({ dom }) => dom.textContent?.includes(name))
  const button = phone.$$('.btn').filter(({ dom }) => dom.textContent === '用这个')[row]
  if (!button) throw new Error(`nobody is called ${name}`)
  await phone.touch(button)
  await phone.waitFor(() => phone.$$('.sheet').length === 0, SOON)
  await reads('退出登录')
}

test('one question a screen, killed in the middle, taken back, and sent once', async () => {
  phone = launch(DIST, { apiBase: cloud.url, storage: new Map([['xf/preferences', '"elder"']]) })
  await phone.open('/pages/home/index')
  await logIn('林**')
  await phone.switchTab('/pages/place/index')
  await reads('第一步，共五步')
  await phone.input('.textarea__text', WORDS)
  // a busy machine draws the keystroke late, and a tap meanwhile is lost
  await phone.waitFor(() => JSON.stringify(phone.page.instance.data).includes(WORDS), SOON)
  await phone.tapText('下一步')
  await reads('第二步，共五步')
  await phone.tapText('水管下水')
  await reads('第三步，共五步')
  await phone.tapText('明天')
  await reads('第四步，共五步')

  phone.kill()
  phone = launch(DIST, { apiBase: cloud.url, storage: phone.storage })
  await phone.open('/pages/place/index')
  await reads('第四步，共五步')
  await phone.tapText('下一步')
  await phone.tapText('下一步')
  await reads('是这样吗')
  await reads(WORDS)
  await phone.tapText('送出去')
  await reads('请先勾选同意')
  await phone.tap('.check')
  await phone.tapText('送出去')
  await reads('秒以后送出去')
  await phone.tapText('点错了，收回来')
  await reads('是这样吗')
  const staff = async () => (await (await callAs(cloud.url, 'l-sec')).holds())['441704100005:staff'] ?? ''
  expect(await staff()).not.toContain(WORDS)

  await phone.tap('.check')
  await phone.tapText('送出去')
  await reads('单号')
  expect((await staff()).split(`"words":"${WORDS}"`)).toHaveLength(2)
})

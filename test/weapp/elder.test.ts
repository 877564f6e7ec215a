import { callAs } from '../support/caller'
import type { Phone } from './harness'
import { onePhone, SOON } from './people'

jest.setTimeout(240_000)

const WORDS = '厨房水龙头一直漏水'

/** Of the family, who opens the order form with it. */
const CARD = { title: '家里老人请您帮忙点一单', path: '/community/family/index' }

const { cloud, start, reads, logIn } = onePhone()
let phone: Phone

test('one question a screen, killed in the middle, taken back, and sent once', async () => {
  phone = start(new Map([['xf/preferences', '"elder"']]))
  await phone.open('/pages/home/index')
  await reads('叫家人帮我点')
  expect(phone.shared()).toMatchObject(CARD)
  await logIn('林**')
  await phone.switchTab('/pages/place/index')
  await reads('第一步，共五步')
  expect(phone.shared()).toMatchObject(CARD)
  await phone.input('.textarea__text', WORDS)
  // a busy machine hears the keystroke late, and a tap meanwhile is lost
  await phone.waitFor(() => [...phone.storage.values()].join().includes(WORDS), SOON)
  await phone.wait(500)
  await phone.tapText('下一步')
  await reads('第二步，共五步')
  await phone.tapText('水管下水')
  await reads('第三步，共五步')
  await phone.tapText('明天')
  await reads('第四步，共五步')

  phone = start(phone.storage)
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

import { callAs } from '../support/caller'
import type { Phone } from './harness'
import { onePhone, SOON } from './people'

jest.setTimeout(240_000)

const WORDS = '卫生间的灯不亮了'

const { cloud, start, reads, logIn } = onePhone()
let phone: Phone

/** The need of the test as the secretary's scopes hold it. */
async function idOfNeed(): Promise<string> {
  const secretary = await callAs(cloud.url, 'l-sec')
  const rows = (await secretary.holds())['441704100005:staff'] ?? ''
  const { id } = JSON.parse(rows).find((each: { row: unknown }) => JSON.stringify(each.row).includes(WORDS))
  return id
}

test('placed without a network, killed, started again: it goes out once, and the page moves with the others', async () => {
  phone = start()
  await phone.open('/pages/home/index')
  await logIn('林**')

  phone.network.offline = true
  await phone.switchTab('/pages/place/index')
  await phone.tapText('电路灯具')
  await reads('哪里有问题')
  await phone.tapText('灯不亮')
  const smell = phone.$$('.chips').find(({ dom }) => dom.textContent === '有没有')
  expect(smell).toBeDefined()
  await phone.tapText('没有')
  await phone.input('.textarea__text', WORDS)
  await phone.tap('.check')
  await phone.tapText('提交点单')
  await reads('联网后自动送出')

  // [S1] killed with the need in the outbox; what was stored is all that is left
  phone = start(phone.storage)
  phone.network.offline = true
  await phone.open('/pages/home/index')
  await reads(WORDS)
  await reads('待发送')

  phone.network.offline = false
  await phone.waitFor(() => !phone.text()?.includes('待发送'), SOON)
  const needId = await idOfNeed()
  await phone.open(`/pages/need/index?id=${needId}`)
  await reads('社区已收到')

  const secretary = await callAs(cloud.url, 'l-sec')
  const offer = { areaCode: '441704100005', personIds: [], orgIds: [] }
  expect(await secretary.send('need.move', { needId, action: 'dispatch', offer })).toMatchObject({ ok: true })
  await reads('正在找人')

  const member = await callAs(cloud.url, 'qiu')
  expect(await member.send('need.move', { needId, action: 'claim' })).toMatchObject({ ok: true })
  await reads('邱师傅已接单')

  // [S3] it went out once, however often the phone may have asked
  const { length } = (await secretary.holds())['441704100005:staff']?.split(`"words":"${WORDS}"`) ?? []
  expect(length).toBe(2)
})

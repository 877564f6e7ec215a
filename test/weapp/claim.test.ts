import { callAs } from '../support/caller'
import type { Phone } from './harness'
import { needCalled, onePhone, SOON, storageOf } from './people'

jest.setTimeout(240_000)

const { cloud, start, reads } = onePhone()
let phone: Phone

async function open(title: string) {
  phone = start(await storageOf(cloud.url, 'chen'))
  const needId = await needCalled(cloud.url, 'chen', title)
  await phone.open(`/pages/need/index?id=${needId}`)
  await reads('等一位来帮忙')
  return needId
}

test('claimed, served and told: from 我来接 to what the resident is asked', async () => {
  await open('洗菜盆下面一直渗水')
  await phone.tapText('我来接')
  await reads('进行中的任务')
  // the step is called so too
  const setOut = phone.$$('.btn').find(({ dom }) => dom.textContent === '出发')
  if (!setOut) throw new Error('there is no button 出发')
  await phone.touch(setOut)
  await reads('办好了，请居民确认')
  await phone.tapText('办好了，请居民确认')
  await phone.waitFor(() => phone.$$('.textarea__text')[0], SOON)
  await phone.input('.textarea__text', '换了一段下水管')
  await phone.tapText('请居民确认')
  await reads('办好了，等居民评价')
})

test('who was slower by a moment learns who was faster, and what else is open', async () => {
  const needId = await open('药房取一盒降压药')
  phone.network.offline = true
  await phone.tapText('我来接')
  await reads('已替您报名接单')
  const rival = await callAs(cloud.url, 'lam')
  expect(await rival.send('need.move', { needId, action: 'claim' })).toMatchObject({ ok: true })
  phone.network.offline = false
  await reads('已被他人接单')
  await reads('林师傅先一步接满了')
  await reads('还有这些可以帮')
})

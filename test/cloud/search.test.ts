import type { PlaceArgs } from 'domain/need/place'
import type { Person } from 'domain/person/person'
import { startCloud, type TestCloud } from '../support/cloud'
import { community, newId } from '../support/seed'

let cloud: TestCloud
let resident: Person
let secretary: Person
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  resident = await cloud.seed.resident()
  secretary = await cloud.seed.secretary()
})
afterAll(() => cloud.stop())

const day = '2026-11-29T04:00:00.000Z'

async function place(title: string, more: Partial<PlaceArgs> = {}, publicText?: string) {
  const needId = await cloud.seed.place(resident, { title, answers: {}, ...more }, day)
  await cloud.seed.move(
    secretary,
    { needId, action: 'dispatch', offer: cloud.seed.toPool, ...(publicText ? { publicText } : {}) },
    day,
  )
  return needId
}

async function search(path: string, q: string, by?: Person): Promise<string[]> {
  const token = by && (await cloud.loginAs(by.id))
  const { body } = await cloud.ask('GET', `${path}?limit=100&q=${encodeURIComponent(q)}`, { token })
  return body.rows.map(
    (row: { id?: string; summary?: { id: string }; full?: { id: string } }) =>
      (row.summary ?? row.full ?? row).id,
  )
}

test('a need is found by its number and its words in every way of writing them, by the public and by staff', async () => {
  const needId = await place('帮忙搬米上楼，装Wi-Fi')
  const other = await place('廚房換電燈')
  expect((await cloud.ask('GET', `/api/needs/${needId}`)).body.summary.number).toBe('1129-01')
  for (const list of [
    (q: string) => search('/api/needs', q),
    (q: string) => search('/api/staff/needs', q, secretary),
  ]) {
    for (const q of ['1129-01', '112901', '１１２９－０１', '#1129-01', '1129 01', '单号1129—01'])
      expect([q, await list(q)]).toEqual([q, [needId]])
    for (const q of ['帮忙，搬米', '搬米 帮忙', '幫忙', 'ＷＩＦＩ', 'wi-fi', 'bm', 'BMSL', '帮\u200b忙'])
      expect([q, await list(q)]).toEqual([q, [needId]])
    for (const q of ['电灯', '電燈 厨房', 'hdd']) expect([q, await list(q)]).toEqual([q, [other]])
    for (const q of ['1129-03', '帮忙，电灯', '_', '%', '\\', '，'])
      expect([q, await list(q)]).toEqual([q, []])
  }
})

test('services and resources are found by the same rule, and not once they are taken off', async () => {
  const { seed } = cloud
  const { service } = await seed.service()
  const resource = {
    ...{ id: newId(), communityCode: community, ownerName: '居委会', categoryCode: 'resource-venue' },
    ...{
      title: '會議室',
      description: '30人，有投影',
      quantity: 1,
      unit: '间',
      openText: '每天',
      listed: true,
    },
  }
  await seed.must('resource.save', resource)
  for (const q of ['风扇，小家电', '電飯煲', 'xjd', 'dfb'])
    expect([q, await search('/api/services', q)]).toEqual([q, [service.id]])
  for (const q of ['会议室', '投影，３０人', 'hys'])
    expect([q, await search('/api/resources', q)]).toEqual([q, [resource.id]])
  await seed.must('resource.save', { ...resource, title: '棋牌室' })
  expect(await search('/api/resources', 'hys')).toEqual([])
  expect(await search('/api/resources', 'qps')).toEqual([resource.id])
  await seed.must('resource.save', { ...resource, listed: false })
  expect(await search('/api/resources', '会议室')).toEqual([])
})

test('nobody finds a need by words that they may not read, nor by the initials of these', async () => {
  const needId = await place(
    '李大文付不起药费',
    { kind: 'wish', categoryCode: 'wish-daily' },
    '想要一床被子聊聊',
  )
  const hidden = await cloud.seed.place(resident, { title: '只等派单的漏水' }, day)
  for (const q of ['聊聊', 'xyycbz']) expect([q, await search('/api/needs', q)]).toEqual([q, [needId]])
  for (const q of ['李大文', '药费', 'fbq', 'ldw', '漏水', 'ls', '门牌']) {
    expect([q, await search('/api/needs', q)]).toEqual([q, []])
    expect([q, await search('/api/needs', q, resident)]).toEqual([q, []])
  }
  for (const q of ['药费', 'fbq', '聊聊'])
    expect(await search('/api/staff/needs', q, secretary)).toEqual([needId])
  expect(await search('/api/staff/needs', '漏水', secretary)).toEqual([hidden])
})

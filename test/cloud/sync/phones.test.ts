import { revealAnswer } from 'domain/api'
import type { Person } from 'domain/person/person'
import { type App, createApp, keptEntries } from '../../src/sync/app'
import { startCloud, type TestCloud } from '../../support/cloud'
import { createNodePlatform, type NodePhone } from '../../support/nodePlatform'

type Phone = NodePhone & App

let cloud: TestCloud
let resident: Person
let secretary: Person
let members: Person[]
const phones: Phone[] = []

beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
  resident = await cloud.seed.resident()
  secretary = await cloud.seed.secretary()
  members = [await cloud.seed.member(), await cloud.seed.member()]
})
afterEach(() => {
  const troubles = phones.flatMap((phone) => phone.troubles)
  for (const phone of phones.splice(0)) phone.kill()
  expect(troubles).toEqual([])
})
afterAll(() => cloud.stop())

/** The phone's own engine, over real requests and sockets. */
function openPhone(disk?: Map<string, string>): Phone {
  const node = createNodePlatform(cloud.url, disk)
  const app = createApp(node.platform)
  app.sync.start()
  const phone = { ...node, ...app }
  phones.push(phone)
  return phone
}

async function phoneOf({ id, displayName }: Person) {
  const phone = openPhone()
  phone.sync.logIn(await cloud.loginAs(id), { id, displayName })
  await until(phone, () => phone.sync.held('person', id).length > 0)
  return phone
}

/** Resolves as soon as it shows so, with how long that took. */
async function until(app: App, shows: () => boolean, withinMs = 20_000): Promise<number> {
  const from = performance.now()
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (!shows()) return
      clearTimeout(late)
      app.watchers.delete(look)
      resolve()
    }
    const late = setTimeout(() => {
      app.watchers.delete(look)
      reject(new Error(`not within ${withinMs} ms: ${shows}; ${JSON.stringify(app.status())}`))
    }, withinMs)
    app.watchers.add(look)
    look()
  })
  return performance.now() - from
}

const statusOn = (app: App, needId: string) => app.need(needId)?.need.status

test('[S1] [S5] [S8] [S9] placed offline, killed, sent, dispatched, claimed: everybody sees it within a second', async () => {
  const before = await phoneOf(resident)
  before.setOnline(false)
  const args = cloud.seed.placeArgs({ contact: { phone: '13800138000', address: '湖滨路 3 号' } })
  before.send('need.place', args)
  expect(before.need(args.id)).toMatchObject({ local: true })
  before.kill()

  const [desk, helper] = [await phoneOf(secretary), await phoneOf(members[0] as Person)]
  const phone = openPhone(before.disk)
  expect(phone.need(args.id)).toMatchObject({ local: true, waiting: [{ name: 'need.place' }] })
  await until(desk, () => desk.need(args.id) !== undefined, 1000)
  await until(phone, () => phone.need(args.id)?.need.number !== undefined, 1000)
  expect(phone.need(args.id)).toMatchObject({ local: false, waiting: [] })

  desk.move({ needId: args.id, action: 'dispatch', offer: cloud.seed.toPool })
  expect(statusOn(desk, args.id)).toBe('dispatched')
  await Promise.all([
    until(phone, () => statusOn(phone, args.id) === 'dispatched', 1000),
    until(helper, () => statusOn(helper, args.id) === 'dispatched', 1000),
  ])

  helper.move({ needId: args.id, action: 'claim' })
  expect(statusOn(helper, args.id)).toBe('dispatched')
  await until(phone, () => statusOn(phone, args.id) === 'claimed', 1000)
  await until(helper, () => helper.need(args.id)?.mine?.as.includes('holder') ?? false, 1000)
  expect(phone.need(args.id)?.summary.holders).toEqual([members[0]?.displayName])

  const revealed = await helper.sync.ask('POST', `/api/needs/${args.id}/reveal`, {})
  expect(revealAnswer.parse(revealed.body).contact).toEqual(args.contact)
  for (const each of [phone, desk, helper]) {
    await until(each, () => each.status().state === 'idle' && each.status().entries.length === 0)
    expect(JSON.stringify([...each.rows()])).not.toMatch(/13800138000|湖滨路/) // [S14]
    expect(each.status()).toMatchObject({ refusals: [], doubts: {} })
  }
})

test('[S3] [S9] two members claim at once: one has it, the other is told alreadyTaken and never saw it as won', async () => {
  const [a, b] = [await phoneOf(members[0] as Person), await phoneOf(members[1] as Person)]
  const needId = await cloud.seed.place(resident)
  await cloud.seed.move(secretary, { needId, action: 'dispatch', offer: cloud.seed.toPool })
  await Promise.all([a, b].map((each) => until(each, () => statusOn(each, needId) === 'dispatched')))

  for (const each of [a, b]) each.move({ needId, action: 'claim' })
  await Promise.all(
    [a, b].map((each) =>
      until(each, () => statusOn(each, needId) === 'claimed' && each.status().entries.length === 0),
    ),
  )
  const holds = (app: App) => app.need(needId)?.mine?.as.includes('holder') ?? false
  expect([a, b].filter(holds)).toHaveLength(1)
  const loser = holds(a) ? b : a
  expect(loser.status().refusals).toMatchObject([
    { code: 'alreadyTaken', text: expect.stringContaining('已被他人接单') },
  ])
  const won = loser.seen.some((rows) => {
    const view = rows.get(`need/${needId}`) as ReturnType<App['need']>
    return view?.mine?.as.includes('holder')
  })
  expect(won).toBe(false)
})

test('[S2] [S5] a long queue from an underground car park goes out in order, and nothing of it stays behind', async () => {
  const phone = await phoneOf(resident)
  phone.setOnline(false)
  const placed = Array.from({ length: 60 }, (_, n) => cloud.seed.placeArgs({ words: `第${n}盏灯不亮了` }))
  for (const args of placed) phone.send('need.place', args)
  phone.setOnline(true)
  await until(phone, () => phone.status().entries.length === 0)
  await until(phone, () => placed.every(({ id }) => phone.need(id)?.need.number))
  const numbers = placed.map(({ id }) => Number(phone.need(id)?.need.number?.split('-')[1]))
  expect(numbers).toEqual([...numbers].sort((x, y) => x - y))
  phone.setVisible(false)
  expect(keptEntries(phone)).toEqual([])
  const again = openPhone(phone.disk)
  again.setOnline(false)
  expect(placed.filter(({ id }) => again.need(id)?.need.number === undefined)).toEqual([])
})

test('[S4] [S10] a log-out elsewhere stops the queue, and the log-in sets it free', async () => {
  const phone = openPhone()
  const token = await cloud.loginAs(resident.id)
  phone.sync.logIn(token, resident)
  await until(phone, () => phone.sync.held('person', resident.id).length > 0)
  await cloud.ask('POST', '/api/logout', { token })
  const args = cloud.seed.placeArgs()
  phone.send('need.place', args)
  await until(phone, () => phone.status().state === 'loginNeeded')
  expect(phone.need(args.id)).toMatchObject({ local: true })
  phone.sync.logIn(await cloud.loginAs(resident.id), resident)
  await until(phone, () => phone.need(args.id)?.need.number !== undefined)
})

test('[S10] a right that is taken away takes its rows along, without anybody asking', async () => {
  const other = await cloud.seed.secretary()
  const phone = await phoneOf(other)
  const needId = await cloud.seed.place(resident)
  await until(phone, () => phone.need(needId)?.whole === true)
  await cloud.seed.must('person.save', { ...other, grants: other.grants.slice(0, 1) })
  await until(phone, () => phone.need(needId) === undefined, 3000)
  expect([...phone.disk.keys()].filter((key) => key.includes(':staff'))).toEqual([])
})

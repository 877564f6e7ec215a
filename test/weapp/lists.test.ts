import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Change, SyncAnswer, SyncRequest } from 'domain/kernel/protocol'
import { type NeedSummary, summaryOf } from 'domain/need/needRow'
import { aNeed, community, idOf } from '../support/builders'
import { launch, type Phone } from './harness'

jest.setTimeout(120_000)

const DIST = path.resolve('dist/weapp')
const ROWS = 2000
const LISTS = '/pages/lists/index'
const OLDEST = Date.parse('2026-03-18T03:00:00.000Z')

/** A community of 2,000 needs, of which one changes when the test says so; whatever else is asked is not there. */
const cloud = {
  rows: [] as NeedSummary[],
  head: ROWS,
  last: [] as Change[],
  change(at: number, changes: Partial<NeedSummary>) {
    const row = { ...this.rows[at], ...changes, version: 2 } as NeedSummary
    this.head += 1
    this.last = [{ entity: 'need', id: row.id, number: this.head, row: { summary: row } }]
  },
  answer({ cursors }: SyncRequest): SyncAnswer {
    const has = cursors[community]?.number
    const all = () =>
      this.rows.map(
        (summary, at): Change => ({ entity: 'need', id: summary.id, number: at + 1, row: { summary } }),
      )
    const rows = has === undefined ? all() : has < this.head ? this.last : []
    const changes = { [community]: { reset: false, cursor: { epoch: 'a', number: this.head }, rows } }
    return {
      protocol: 1,
      now: new Date().toISOString(),
      answers: [],
      scopes: [community],
      changes,
      done: true,
    }
  },
}

const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const found = request.url === '/api/sync'
    const body = found ? cloud.answer(JSON.parse(Buffer.concat(parts).toString())) : { code: 'notFound' }
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
})

beforeAll(async () => {
  cloud.rows = Array.from({ length: ROWS }, (_, n) =>
    summaryOf(
      aNeed({
        id: idOf('n', n + 1),
        title: `第 ${n} 件事，要请人帮忙`,
        status: 'dispatched',
        headcount: 2,
        whenText: '今天下午',
        placedAt: new Date(OLDEST - n * 60_000).toISOString(),
      }),
    ),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})

let phone: Phone

beforeEach(async () => {
  cloud.head = ROWS
  cloud.last = []
  const notes = JSON.stringify(JSON.stringify({ watching: community }))
  const { port } = server.address() as AddressInfo
  phone = launch(DIST, { apiBase: `http://127.0.0.1:${port}`, storage: new Map([['xf/guest/notes', notes]]) })
  await phone.open(LISTS)
  await phone.waitFor(() => phone.$$('.need').length > 0 && phone.$$('.sk').length === 0, 30_000)
  await phone.wait(200)
})
afterEach(() => phone.kill())
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
})

type Data = { cn?: Data[] }
const nodesOf = ({ cn = [] }: Data): number => cn.reduce((sum, each) => sum + nodesOf(each), 1)
const nodes = () => nodesOf(phone.page.instance.data.root as Data)

const bytesOf = async (act: () => unknown) => {
  const from = phone.setDataLog.length
  await act()
  await phone.wait(300)
  return phone.setDataLog.slice(from).map(({ bytes }) => bytes)
}
const sum = (bytes: number[]) => bytes.reduce((all, each) => all + each, 0)
const scroll = (scrollTop: number) =>
  (phone.page.instance as unknown as { onPageScroll(at: object): void }).onPageScroll({ scrollTop })
/** What it costs until the page reads so. */
const pulled = (act: () => void, reads: (text: string) => boolean) =>
  bytesOf(async () => {
    act()
    await phone.pullDown()
    await phone.waitFor(() => reads(phone.text() ?? ''), 20_000)
  })
const has = (words: string) => (text: string) => text.includes(words)

test('the first screen of 2,000 rows is sent in less than 48 kB, in few nodes', () => {
  const largest = Math.max(...phone.setDataLog.map(({ bytes }) => bytes))
  expect(largest).toBeLessThan(48_000)
  expect(nodes()).toBeLessThan(400)
})

test('a hundred rows further down there are fewer than 800 nodes, and each step cost less than 9 kB', async () => {
  const steps: number[] = []
  for (let step = 0; step < 30; step += 1) steps.push(...(await bytesOf(() => phone.reachBottom())))
  expect(phone.$$('.list-chunk').length).toBeGreaterThan(20)
  expect(nodes()).toBeLessThan(800)
  expect(Math.max(...steps)).toBeLessThan(9_000)
})

test('a row that changes is sent alone, in less than 1 kB', async () => {
  const bytes = await pulled(
    () => cloud.change(2, { text: '换了一句话', holders: ['陈师傅'] }),
    has('换了一句话'),
  )
  expect(sum(bytes)).toBeLessThan(1_000)
})

test('a row with words of a newer server is drawn plainly, and the others stay', async () => {
  const newer = { kind: 'swap', categoryCode: 'swap-tools', urgency: 'whenever', text: '换一件工具' }
  await pulled(() => cloud.change(2, newer as unknown as Partial<NeedSummary>), has('换一件工具'))
  expect(phone.text()).toContain('其他')
  expect(phone.text()).toContain('第 3 件事')
  expect(phone.$$('.tabbar').length).toBe(1)
})

test('a row that no longer belongs leaves its place, and no other row is sent again', async () => {
  const bytes = await pulled(
    () => cloud.change(2, { status: 'claimed' }),
    (text) => !text.includes('第 2 件事'),
  )
  expect(sum(bytes)).toBeLessThan(1_000)
})

test('a row that comes is sent alone, and who reads further down is told of it instead', async () => {
  const come = { id: idOf('n', 9001), text: '刚来的一件' }
  const bytes = await pulled(() => cloud.change(0, come), has('刚来的一件'))
  expect(sum(bytes)).toBeLessThan(4_000)

  scroll(2000)
  await phone.wait(100)
  await pulled(() => cloud.change(0, { id: idOf('n', 9002), text: '又来一件' }), has('有 1 件新需求'))
  expect(phone.text()).not.toContain('又来一件')
  await phone.tap('.new-pill')
  await phone.waitFor(() => phone.text()?.includes('又来一件'), 20_000)
})

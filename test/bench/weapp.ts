import path from 'node:path'
import { Pool } from 'pg'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { callAs } from '../support/caller'
import { DEMO_KEY, demoDatabase } from '../support/demo'
import type { TestDatabase } from '../support/postgres'
import { launch, type Phone } from '../weapp/harness'
import { exitCode, figure, say } from './figures'
import { fillCommunity } from './fill'

/** Run by jest, for the built mini-program runs on its jsdom (config/bench.ts). */
jest.setTimeout(600_000)

const DIST = path.resolve('dist/weapp')
/** In the demo's district, so that its coordinator may change what stands in it. */
const LARGE = '441704100900'
const ROWS = 2_000
const PATIENCE_MS = 60_000
const KB = 1024

let database: TestDatabase
let cloud: BuiltCloud
let phone: Phone

beforeAll(async () => {
  database = await demoDatabase()
  const pool = new Pool({ connectionString: database.url })
  await fillCommunity(pool, LARGE, { count: ROWS, listed: true })
  await pool.end()
  cloud = await startBuiltCloud(database.url, { DEMO: '1', MASTER_KEY: DEMO_KEY.toString('base64') })
})
afterAll(async () => {
  phone?.kill()
  await cloud?.stop()
  await database?.drop()
})

/** A phone that has looked at the large community before it was opened now. */
function start() {
  const notes = JSON.stringify(JSON.stringify({ watching: LARGE }))
  phone = launch(DIST, { apiBase: cloud.url, storage: new Map([['xf/guest/notes', notes]]) })
}
const shown = (selector: string) =>
  phone.waitFor(() => phone.$$(selector).length > 0 && phone.$$('.sk').length === 0, PATIENCE_MS)

type Data = { cn?: Data[] }
const nodesOf = ({ cn = [] }: Data): number => cn.reduce((sum, each) => sum + nodesOf(each), 1)
const nodes = () => nodesOf(phone.page.instance.data.root as Data)

/** Bytes of all that is sent to the screen meanwhile, and until it has come to rest. */
async function sent(act: () => Promise<unknown>): Promise<number> {
  const from = phone.setDataLog.length
  await act()
  await phone.wait(500)
  return phone.setDataLog.slice(from).reduce((sum, { bytes }) => sum + bytes, 0)
}

test('the phone budget', async () => {
  packages()
  await longList()
  await walk()
  expect(exitCode()).toBe(0)
})

function packages() {
  const sizes: { name: string; bytes: number }[] = JSON.parse(process.env.PACKAGE_SIZES ?? '[]')
  const kb = (name: string) => (sizes.find((each) => each.name === name)?.bytes ?? Number.NaN) / KB
  figure('main package', kb('main package'), 'kB', { most: 800 })
  figure('all packages', kb('total'), 'kB', { most: 3 * KB })
}

async function longList() {
  say(`weapp: a list of ${ROWS} rows`)
  start()
  const first = await sent(async () => {
    await phone.open('/pages/lists/index')
    await shown('.need')
  })
  figure('first screen of a list, all setData', first / KB, 'kB', { most: 48 })

  const coordinator = await callAs(cloud.url, 'd-co')
  const texts = () => phone.$$('.need').map(({ dom }) => dom.textContent)
  const before = texts()
  const needId = await idOfRow(0)
  const edited = await sent(async () => {
    const answer = await coordinator.send('need.move', { needId, action: 'resize', headcount: 7 })
    if (!answer.ok) throw new Error(answer.code)
    await phone.waitFor(() => texts().join() !== before.join(), PATIENCE_MS)
  })
  figure('one row changes, live', edited / KB, 'kB', { most: 1 })

  for (let step = 0; phone.$$('.list-chunk').length < 12 && step < 30; step++) await phone.reachBottom()
  say(`weapp: ${before.length} rows at first, ${phone.$$('.need').length} drawn in the end`)
  figure('a hundred rows down a list', nodes(), 'nodes', { most: 800 })
  phone.kill()
}

/** The id of the nth row, newest first, as the page draws them. */
async function idOfRow(at: number): Promise<string> {
  const answer = await fetch(`${cloud.url}/api/needs?area=${LARGE}&status=dispatched&limit=${at + 1}`)
  const { rows } = (await answer.json()) as { rows: { summary: { id: string } }[] }
  const row = rows[at]
  if (!row) throw new Error(`there is no row ${at}`)
  return row.summary.id
}

/** Every page that a guest and somebody with a desk goes through. */
async function walk() {
  say('weapp: through the pages')
  start()
  const first = await sent(async () => {
    await phone.open('/pages/home/index')
    await shown('.card')
  })
  figure('first screen of home, all setData', first / KB, 'kB', { most: 48 })
  for (const tab of ['lists', 'place', 'work', 'me']) {
    await phone.switchTab(`/pages/${tab}/index`)
    await phone.wait(600)
  }
  const pages = ['/community/areas/index', '/desk/dispatch/index', '/desk/publish/index?list=service']
  for (const url of [`/pages/need/index?id=${await idOfRow(0)}`, ...pages]) {
    await phone.open(url)
    await phone.wait(600)
  }
  const largest = Math.max(...phone.setDataLog.map(({ bytes }) => bytes))
  figure('largest setData', largest / KB, 'kB', { most: 64 })
}

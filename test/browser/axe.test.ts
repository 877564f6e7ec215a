import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const SETTLE_MS = 500
const AXE = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const COMMUNITY = '441704100003'
const TABS = ['home', 'lists', 'place', 'work', 'me'].map((name) => `/pages/${name}/index`)
const FIND = ['/community/areas/index', '/community/search/index']

/** Pages of one row, and the list whose newest is looked at. */
const OF_ONE = {
  '/pages/need/index': 'needs',
  '/desk/dispatch/index': 'needs',
  '/community/service/index': 'services',
  '/community/resource/index': 'resources',
}
type OfOne = keyof typeof OF_ONE
const OFFERS: OfOne[] = ['/pages/need/index', '/community/service/index', '/community/resource/index']

type Walk = [
  who: string,
  role: string | undefined,
  name: string,
  elder: boolean,
  pages: string[],
  ofOne: OfOne[],
]
const WALKS: Walk[] = [
  ['a guest', undefined, '', false, [...TABS, ...FIND], OFFERS],
  ['a resident', '居民', '李**', false, [...TABS, '/pages/outbox/index', '/member/needs/index'], []],
  ['a member', '党员', '陈师傅', false, [...TABS, '/member/records/index'], ['/pages/need/index']],
  [
    'a secretary',
    '社区书记',
    '黄书记',
    false,
    [...TABS, '/desk/publish/index?list=service'],
    ['/pages/need/index', '/desk/dispatch/index'],
  ],
  ['a grid worker', '网格员', '网格员小许', false, ['/pages/work/index', '/grid/event/index'], []],
  ['a guest in 长辈版', undefined, '', true, TABS, OFFERS],
  ['a resident in 长辈版', '居民', '梁婆婆', true, [...TABS, '/member/needs/index'], []],
]

async function addressesOf(url: string, ofOne: OfOne[]): Promise<string[]> {
  const addresses = ofOne.map(async (page) => {
    const { rows } = await (await fetch(`${url}/api/${OF_ONE[page]}?area=${COMMUNITY}`)).json()
    return `${page}?id=${rows[0].summary?.id ?? rows[0].id}`
  })
  return Promise.all(addresses)
}

/** Opened by its address, as a shared one is: each page stands alone in the document. */
async function open(page: Page, address: string) {
  await page.goto('about:blank')
  await page.goto(address)
  await page.locator('.page:visible .content').waitFor()
  await page.locator('.sk:visible').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(SETTLE_MS)
}

/** What axe finds, as lines that name rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations: found } = await axe.run(document, { resultTypes: ['violations'] })
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  })
}

/** Each sheet that a page opens at a tap on its own control. */
async function inItsSheet(page: Page, address: string, control: RegExp) {
  await open(page, address)
  await page.getByText(control).locator('visible=true').last().dispatchEvent('click')
  await page.locator('.sheet:visible').waitFor()
  await page.waitForTimeout(SETTLE_MS)
  return violations(page)
}

describeOnStage('axe finds nothing to complain about', ({ cloud, onPage }) => {
  test.each(WALKS)('for %s', (who, role, name, elder, pages, ofOne) =>
    onPage(`axe ${who}`, async (page) => {
      if (role) await someone(page, cloud.url).logIn(role, name)
      const kept = JSON.stringify({ data: elder ? 'elder' : 'standard' })
      await page.addInitScript(
        (text) => location.protocol === 'http:' && localStorage.setItem('xf/preferences', text),
        kept,
      )
      const found: Record<string, string[]> = {}
      const note = (place: string, here: string[]) => {
        if (here.length > 0) found[place] = here
      }
      for (const address of [...pages, ...(await addressesOf(cloud.url, ofOne))]) {
        await open(page, `${cloud.url}/#${address}`)
        note(address, await violations(page))
      }
      const sheets: [string, RegExp][] = role ? [] : [['/pages/me/index', /^登录$/]]
      if (!elder) sheets.push(['/pages/place/index', /^全部类别$/])
      for (const [address, control] of sheets)
        note(`${address} ${control}`, await inItsSheet(page, `${cloud.url}/#${address}`, control))
      expect(found).toEqual({})
    }),
  )
})

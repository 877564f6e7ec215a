import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { MAIN_PAGES, SUBPACKAGES } from '../../src/routes'
import type { Shot } from '../shots/shot'
import { openStage, type Stage } from '../shots/stage'
import { SHOTS } from '../shots/table'
import { describeInBrowser, launchChromium } from '../support/chromium'
import { pageErrors } from './people'

jest.setTimeout(240_000)

const AXE = fs.readFileSync(path.resolve('node_modules/axe-core/axe.min.js'), 'utf8')
const AT_ONCE = 2
/** What a width or the phone's text changes is measured in pictures: the same parts, the same colours. */
const WANTED = SHOTS.filter(({ mode, width, dev }) => !dev && mode !== 'large' && width === undefined)
const PAGES = [
  ...MAIN_PAGES,
  ...Object.entries(SUBPACKAGES).flatMap(([root, pages]) => pages.map((page) => `${root}/${page}`)),
]
/** Every sheet there is, as its title ends. */
const SHEETS = [
  '选一个身份登录',
  '是哪一类事',
  '在哪里',
  '选社区',
  '您的门牌和电话',
  '看哪里的',
  '哪一类',
  '哪天开始',
  '更多处理',
  '哪里还没办好？',
  '还有什么要说的？',
  '确定不用来了吗？',
  '办得怎么样？',
  '遇到困难了？',
  '这次来不了？',
  '需要几个人？',
  '为什么要督办？',
  '回访得怎么样？',
  '不予受理',
  '并到哪一单',
  '并到这一单一起办？',
  '哪个网格',
]

interface Seen {
  page: string
  mode: 'standard' | 'elder'
  sheet: string | undefined
  violations: string[]
}

async function lookAt(page: Page, { at, mode }: Shot): Promise<Seen> {
  // The page before goes a moment after the next one has come.
  const mains = page.locator('[role="main"]:visible')
  for (let alone = 0; alone < 3; await page.waitForTimeout(100))
    alone = (await mains.count()) > 1 ? 0 : alone + 1
  const sheet = page.locator('.sheet:visible').last()
  return {
    page: (at ?? new URL(page.url()).hash.slice(1)).slice(1).split('?')[0] || MAIN_PAGES[0],
    mode: mode === 'elder' ? mode : 'standard',
    sheet: (await sheet.count()) > 0 ? ((await sheet.getAttribute('aria-label')) ?? '') : undefined,
    violations: await violations(page),
  }
}

/** What axe finds, as lines that name rule and element. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations: found } = await axe.run({ resultTypes: ['violations'] })
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    )
  })
}

describeInBrowser('axe finds nothing to complain about', () => {
  const seen: Seen[] = []
  let browser: Browser
  let stage: Stage
  beforeAll(async () => {
    browser = await launchChromium()
    stage = await openStage(browser)
  })
  afterAll(async () => {
    await stage?.stop()
    await browser?.close()
  })

  for (let from = 0; from < WANTED.length; from += AT_ONCE) {
    const shots = WANTED.slice(from, from + AT_ONCE)
    test(shots.map(({ name }) => name).join(', '), async () => {
      const here = await Promise.all(shots.map((shot) => stage.play(shot, ({ page }) => lookAt(page, shot))))
      seen.push(...here)
      expect(here.filter((each) => each.violations.length > 0)).toEqual([])
      expect(pageErrors()).toEqual([])
    })
  }

  test('on every page, in the standard version and in 长辈版', () => {
    const looked = new Set(seen.map(({ page, mode }) => `${page} ${mode}`))
    const wanted = PAGES.flatMap((page) => [`${page} standard`, `${page} elder`])
    expect(wanted.filter((each) => !looked.has(each))).toEqual([])
  })

  test('on every sheet', () => {
    const titles = seen.flatMap(({ sheet }) => sheet ?? [])
    expect(SHEETS.filter((title) => !titles.some((each) => each.endsWith(title)))).toEqual([])
  })
})

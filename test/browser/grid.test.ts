import type { Browser } from 'playwright-core'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { describeInBrowser, launchChromium, withPage } from '../support/chromium'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { pageErrors, type Someone, someone } from './people'

jest.setTimeout(240_000)

describeInBrowser('a grid worker’s round', () => {
  let database: TestDatabase
  let cloud: BuiltCloud
  let browser: Browser

  beforeAll(async () => {
    database = await freshDatabase()
    cloud = await startBuiltCloud(database.url, { DEMO: '1' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
    await database?.drop()
  })

  /** A picture of each is kept when something goes wrong. */
  const together = (run: (walker: Someone, secretary: Someone) => Promise<void>) =>
    withPage(browser, 'grid-worker', (first) =>
      withPage(browser, 'grid-secretary', async (second) => {
        await run(someone(first, cloud.url), someone(second, cloud.url))
        expect(pageErrors()).toEqual([])
      }),
    )

  const spotOf = ({ page }: Someone) => page.locator('#event-spot input:visible').last()
  const cards = ({ page }: Someone) => page.locator('#event-mine .card.need:visible')

  const tell = async (walker: Someone, spot: string, words?: string) => {
    await walker.tap('radio', '宣传广告')
    await spotOf(walker).fill(spot)
    if (words) await walker.page.locator('textarea:visible').last().fill(words)
    await walker.tap('radio', '电线杆')
    await walker.tap('radio', /^紧急/)
    await walker.tap('button', '上报，送研判')
    await cards(walker).filter({ hasText: spot }).waitFor()
  }

  test('reports without a network wait in sight, outlive the app, and are judged by the secretary', () =>
    together(async (walker, secretary) => {
      await walker.logIn('网格员', '网格员小许')
      await secretary.logIn('社区书记', '黄书记')
      await secretary.tab('工作台')
      await walker.tab('工作台')
      await walker.tap('button', /^网格事件/)
      await walker.sees('还没有上报过')

      await walker.tap('button', '上报，送研判')
      await walker.sees('写一句在哪里，去的人好找')
      await walker.sees('请选一类，好分派给对口的人')

      await walker.page.context().setOffline(true)
      await tell(walker, '菜市场门口', '贴了一圈小广告')
      await tell(walker, '公交站东侧')
      await walker.sees('2 件等着送出')
      expect(await cards(walker).first().textContent()).toContain('待发送')
      await spotOf(walker).fill('写到一半的地方')

      await walker.page.context().setOffline(false)
      await walker.page.reload()
      await walker.page.getByText('等着送出').waitFor({ state: 'detached' })
      await cards(walker).filter({ hasText: '待研判' }).nth(1).waitFor()
      expect(await spotOf(walker).inputValue()).toBe('写到一半的地方')

      await (await secretary.card('菜市场门口：贴了一圈小广告')).waitFor()
    }))

  test('who collects nothing is led to the form for everybody', () =>
    together(async (resident) => {
      await resident.logIn('居民', '林**')
      await resident.page.goto(`${cloud.url}/#/grid/event/index`)
      await resident.page.reload()
      await resident.sees('网格事件由网格员上报')
      await resident.tap('button', '报一个问题')
      await resident.control('radio', '报问题').waitFor()
    }))
})

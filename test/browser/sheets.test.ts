import type { CDPSession, Locator, Page } from 'playwright-core'
import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

/** A finger on glass, as Chromium itself hears one: what scrolls is the browser's own doing. */
async function drag(page: Page, at: { x: number; y: number }, by: number) {
  const chromium: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    chromium.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: at.x, y }] })
  await touch('touchStart', at.y)
  for (let step = 1; step <= 10; step++) await touch('touchMove', at.y + (by * step) / 10)
  await touch('touchEnd')
  await chromium.detach()
}

const middleOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const topOf = (locator: Locator) => locator.evaluate((element) => element.scrollTop)
const inFront = (page: Page) => page.locator('.taro_page_show:visible').last()
/**
 * A page that really scrolls. Chromium passes a drag on something fixed on to what it is fixed in, which is the window;
 * Safari and WeChat may pass it on to the page. With a transform it is fixed in the page, so that Chromium does too.
 */
const makeScroll = (page: Page) =>
  inFront(page).evaluate((element) => {
    const { style } = element as HTMLElement
    style.transform = 'translateZ(0)'
    element.querySelector<HTMLElement>('.page')?.style.setProperty('padding-bottom', '600px')
    element.scrollTo(0, 20)
  })
/** Where what lies under a sheet stands, with what a pull has moved. */
const behind = (page: Page) =>
  inFront(page).evaluate((element) => [
    element.scrollTop,
    element.querySelector<HTMLElement>('.pull')?.style.transform ?? '',
  ])

describeOnStage('弹层', ({ cloud, withPeople }) => {
  /** On a screen that is so short that the page scrolls too. */
  const alone = (name: string, run: (it: Someone) => Promise<void>) =>
    withPeople([name], async (it) => {
      await it.page.setViewportSize({ width: 375, height: 420 })
      await run(it)
    })

  /** The longest one, over a page that can be pulled down. */
  const longSheet = async (it: Someone) => {
    await it.tap('button', /^登录$/)
    const body = it.page.locator('.sheet__body:visible')
    await body.waitFor()
    await it.page.waitForTimeout(500) // it has come up
    return body
  }

  test('is scrolled down and up again by a finger, and the page behind is neither pulled nor asked anew', () =>
    alone('scrolled sheet', async (it) => {
      await it.page.goto(cloud.url)
      await it.tab('工作台')
      const body = await longSheet(it)
      await drag(it.page, await middleOf(body), -200)
      await expectSoon(async () => (await topOf(body)) > 100, true)
      const down = await topOf(body)
      const before = await behind(it.page)
      await drag(it.page, await middleOf(body), 150)
      await expectSoon(async () => (await topOf(body)) < down - 100, true)
      expect(await behind(it.page)).toEqual(before)
      // and at its top, where nothing of it scrolls any more
      await body.evaluate((element) => element.scrollTo(0, 0))
      await drag(it.page, await middleOf(body), 200)
      expect(await behind(it.page)).toEqual(before)
    }))

  test.each([
    ['standard', (it: Someone) => it.tap('tab', /^首页/)],
    [
      'elder',
      (it: Someone) =>
        it.page.evaluate(() => {
          localStorage.setItem('xf/preferences', JSON.stringify({ data: '"elder"' }))
          location.reload()
        }),
    ],
  ])(
    'the page stands still under its title, its ends, the wheel and keys, and is where it was: %s',
    (mode, choose) =>
      alone(`page under a sheet, ${mode}`, async (it) => {
        await it.page.goto(cloud.url)
        await choose(it)
        await it.tab('工作台')
        await it.sees('登录后，这里是您要办的事')
        await makeScroll(it.page)
        const before = await behind(it.page)
        expect(before[0]).toBe(20)
        const body = await longSheet(it)
        const title = it.page.locator('.sheet__title:visible')
        await drag(it.page, await middleOf(title), -300)
        await drag(it.page, await middleOf(body), 200)
        await body.evaluate((element) => element.scrollTo(0, element.scrollHeight))
        await drag(it.page, await middleOf(body), -300)
        await it.page.mouse.move(180, 300)
        await it.page.mouse.wheel(0, 400)
        await it.page.keyboard.press('PageDown')
        await it.page.waitForTimeout(500)
        expect(await behind(it.page)).toEqual(before)
        await it.tap('button', '关闭')
        expect(await behind(it.page)).toEqual(before)
        await it.page.mouse.move(180, 200)
        await it.page.mouse.wheel(0, -600)
        await expectSoon(async () => (await behind(it.page))[0] === 0, true)
      }),
  )
})

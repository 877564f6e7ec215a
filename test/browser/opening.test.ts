import type { Page } from 'playwright-core'
import { BRAND } from '@/brand'
import { pageErrors, someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

describeOnStage('the opening', ({ cloud, onPage }) => {
  test('something is seen before the app has come, and goes when the first page stands', () =>
    onPage('opening', async (page) => {
      let go = () => {}
      const come = new Promise<void>((resolve) => {
        go = resolve
      })
      await page.route(/\/(js|css)\//, async (route) => {
        await come
        await route.continue()
      })
      await page.goto(cloud.url, { waitUntil: 'commit' })
      const opening = page.locator('#opening')
      await opening.getByText(BRAND.name, { exact: true }).waitFor()
      go()
      await someone(page, cloud.url).sees('我要点单')
      expect(await opening.count()).toBe(0)
      expect(pageErrors()).toEqual([])
    }))

  test('what the page of the address needs is fetched beside the app, and nothing else', () =>
    onPage('after the app', (page) =>
      onPage('beside the app', async (other) => {
        const list = `${cloud.url}/#/pages/lists/index`
        const whole = filesOf(page)
        await page.goto(list)
        await page.locator('.content .card:visible').first().waitFor()

        const beside = filesOf(other)
        await other.route(/\/js\/app\./, (route) => route.abort())
        await other.goto(list)
        expect(beside.size).toBeGreaterThan(4)
        expect([...beside].sort()).toEqual([...whole].sort())
      }),
    ))
})

/** Code and styles that a page asks for. */
function filesOf(page: Page): Set<string> {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(js|css)\//.test(pathname)) files.add(pathname)
  })
  return files
}

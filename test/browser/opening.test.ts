import type { Page } from 'playwright-core'
import { BRAND } from '@/brand'
import { pageErrors, someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

/** Longer than any slide from page to page would take. */
const SLIDE_MS = 1000

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
      await opening.waitFor({ state: 'detached' })
      expect(pageErrors()).toEqual([])
    }))

  test('a browser that is too old to run the app says so, and no other does', () =>
    onPage('old', (page) =>
      onPage('new', async (other) => {
        await page.addInitScript(() => Object.defineProperty(window, 'WeakRef', { value: undefined }))
        for (const each of [page, other]) {
          await each.route(/\/js\//, (route) => route.abort())
          await each.goto(cloud.url)
        }
        await page.getByText('这个浏览器太旧了').waitFor()
        expect(await page.locator('#opening').getAttribute('aria-hidden')).toBe(null)
        expect(await other.getByText('这个浏览器太旧了').isVisible()).toBe(false)
      }),
    ))

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

  test('who goes back the moment a page has opened sees the page below', () =>
    onPage('back at once', async (page) => {
      await page.goto(cloud.url)
      const leads = someone(page, cloud.url).control('button', /选社区/)
      await leads.evaluate(async (button: HTMLElement) => {
        const pages = () => document.querySelectorAll('.taro_page').length
        const before = pages()
        button.click()
        while (pages() === before) await new Promise((done) => requestAnimationFrame(done))
        history.back()
      })
      await leads.waitFor()
      await page.waitForTimeout(SLIDE_MS)
      expect(await leads.isVisible()).toBe(true)
      expect(pageErrors()).toEqual([])
    }))

  test('icons are cut from two pictures, each fetched once', () =>
    onPage('icons', async (page) => {
      const pictures: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'image' && /icons/.test(request.url())) pictures.push(request.url())
      })
      const guest = someone(page, cloud.url)
      await page.goto(cloud.url)
      await guest.sees('我要点单')
      const icons = await page.locator('.i').evaluateAll((found) =>
        found.map((icon) => {
          const { webkitMaskImage, webkitMaskPosition } = getComputedStyle(icon)
          return { from: webkitMaskImage, at: webkitMaskPosition }
        }),
      )
      expect(icons.length).toBeGreaterThan(8)
      expect(pictures.length).toBeLessThan(3)
      expect(new Set(pictures).size).toBe(pictures.length)
      // none that is drawn without a picture, as an unknown one would be
      const drawn = pictures.map((picture) => `url("${picture}")`)
      expect(icons.filter(({ from }) => !drawn.includes(from))).toEqual([])
      expect(new Set(icons.map(({ from, at }) => `${from} ${at}`)).size).toBeGreaterThan(6)
    }))

  test('its files come squeezed, as they were built, to whoever takes that', async () => {
    const page = await (await fetch(cloud.url)).text()
    const [, script = ''] = page.match(/src="(\/js\/app\.[^"]+)"/) ?? []
    const asked = (encodings: string) =>
      fetch(cloud.url + script, { headers: { 'accept-encoding': encodings } })
    const plain = await (await asked('identity')).text()
    for (const encoding of ['br', 'gzip']) {
      const answer = await asked(encoding)
      expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([
        encoding,
        'accept-encoding',
      ])
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(Number(answer.headers.get('content-length'))).toBeLessThan(plain.length / 2)
      expect((await answer.text()) === plain).toBe(true)
    }
  })
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

import type { Browser } from 'playwright-core'
import type { BuiltCloud } from '../support/builtCloud'
import { describeInBrowser, launchChromium, withPage } from '../support/chromium'
import { startDemoCloud } from '../support/demo'
import { pageErrors, someone } from './people'

jest.setTimeout(240_000)

describeInBrowser('the installed app', () => {
  let cloud: BuiltCloud
  let browser: Browser

  beforeAll(async () => {
    cloud = await startDemoCloud()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
  })

  test('opens from its own storage when the server is gone, with its rows and every page', () =>
    withPage(browser, 'offline', async (first) => {
      const resident = someone(first, cloud.url)
      await resident.logIn('居民', '李**')
      await resident.tab('首页')
      await resident.sees('附近的需求')
      await first.evaluate(() => navigator.serviceWorker.ready)
      await first.close()
      await cloud.stop()

      const again = someone(await first.context().newPage(), cloud.url)
      const answers: string[] = []
      again.page.on('response', (response) => {
        if (!response.fromServiceWorker()) answers.push(response.url())
      })
      await again.page.goto(cloud.url)
      await again.sees('附近的需求')
      await again.sees('药房取一盒降压药')
      await again.sees(/没有网络|还没连上/)
      await again.tab('清单')
      await again.page.locator('.content .card:visible').first().waitFor()
      await again.tab('点单')
      await again.sees('提交点单')
      expect(answers).toEqual([])
      expect(pageErrors()).toEqual([])
    }))

  test('can be installed: the manifest names it, and its icons are there', async () => {
    const another = await startDemoCloud()
    try {
      const manifest = await (await fetch(`${another.url}/manifest.webmanifest`)).json()
      expect(manifest).toMatchObject({ name: '阳东先锋', display: 'standalone', start_url: '/' })
      for (const { src } of manifest.icons) {
        const { status, headers } = await fetch(`${another.url}${src}`)
        expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
      }
      const worker = await fetch(`${another.url}/worker.js`)
      expect(worker.headers.get('cache-control')).toBe('no-cache')
    } finally {
      await another.stop()
    }
  })
})

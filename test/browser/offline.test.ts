import { pageErrors, someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

describeOnStage('the installed app', ({ cloud, onPage }) => {
  test('can be installed: the manifest names it, and its icons are there', async () => {
    const manifest = await (await fetch(`${cloud.url}/manifest.webmanifest`)).json()
    expect(manifest).toMatchObject({ name: '阳东先锋', display: 'standalone', start_url: '/' })
    for (const { src } of manifest.icons) {
      const { status, headers } = await fetch(`${cloud.url}${src}`)
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    }
    const worker = await fetch(`${cloud.url}/worker.js`)
    expect(worker.headers.get('cache-control')).toBe('no-cache')
  })

  test('a page whose code does not come says so, the one in front stays, and the next tap tries again', () =>
    onPage('no code', async (page) => {
      const guest = someone(page, cloud.url)
      await page.goto(cloud.url)
      await guest.sees('我要点单')
      await page.route('**/*.js', (route) => route.abort())
      await guest.tab('点单')
      await guest.sees(/这一页没打开/)
      expect(new URL(page.url()).hash).toContain('pages/home/index')
      await guest.sees('我要点单')
      await page.unroute('**/*.js')
      await guest.tab('点单')
      await guest.sees('提交点单')
      expect(pageErrors()).toEqual([])
    }))

  test('at the very first visit pages that were not opened yet come from there too', () =>
    onPage('first visit', async (page) => {
      const guest = someone(page, cloud.url)
      await page.goto(cloud.url)
      await page.waitForFunction(() => navigator.serviceWorker.controller)
      await page.context().setOffline(true)
      await guest.tab('点单')
      await guest.sees('提交点单')
      expect(pageErrors()).toEqual([])
    }))

  test('opens from its own storage when the server is gone, with its rows and every page', () =>
    onPage('offline', async (first) => {
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
})

import { type Someone, someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

describeOnStage('two windows of one browser', ({ cloud, onPage }) => {
  const bothAs = (role: string, name: string, run: (first: Someone, second: Someone) => Promise<void>) =>
    onPage(`windows ${role}`, async (page) => {
      const first = someone(page, cloud.url)
      await first.logIn(role, name)
      const second = someone(await page.context().newPage(), cloud.url)
      await second.page.goto(cloud.url)
      await run(first, second)
    })

  const claim = async (it: Someone, title: string) => {
    await it.tab('工作台')
    await it.tap('radio', '接单大厅')
    const card = await it.card(title)
    await it.control('button', /我来接/, card).click()
  }
  const kept = (it: Someone) =>
    it.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/out/')).length)
  const turn = (it: Someone) =>
    it.page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return `${held.length} holds it, ${pending.length} waits`
    })

  test('[S2] have one outbox and one who sends it; when that is closed the other goes on', () =>
    bothAs('党员', '邱师傅', async (first, second) => {
      const pushes: string[] = []
      for (const [name, { page }] of Object.entries({ first, second }))
        page.on('request', (request) => {
          const { push = [] } = request.url().endsWith('/api/sync') ? request.postDataJSON() : {}
          if (push.length > 0) pushes.push(name)
        })
      await expectSoon(() => turn(second), '1 holds it, 1 waits')

      await claim(second, '洗菜盆下面一直渗水')
      await expectSoon(async () => pushes.join(), 'first')
      await expectSoon(() => kept(second), 0)
      await first.tab('工作台')
      await first.card('洗菜盆下面一直渗水')

      await first.page.close()
      await expectSoon(() => turn(second), '1 holds it, 0 waits')
      await second.tap('radio', /我的任务|任务/)
      await (await second.card('洗菜盆下面一直渗水')).click()
      await second.sees('进行中的任务')
      await second.tap('button', /^出发$/)
      await expectSoon(async () => pushes.join(), 'first,second')
      await expectSoon(() => kept(second), 0)
    }))

  test('[S2] log in and out together', () =>
    bothAs('居民', '林**', async (first, second) => {
      await second.tab('我的')
      await second.sees('林**')
      await first.tab('我的')
      await first.tap('button', '退出登录')
      await first.answer('退出')
      await second.page
        .getByRole('button', { name: /^登录$/ })
        .locator('visible=true')
        .last()
        .waitFor()
    }))
})

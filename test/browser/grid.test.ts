import { othersAt } from './others'
import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

/** 燕山湖社区, where 小许 collects. */
const POOL = { areaCode: '441704100003', personIds: [], orgIds: [] }

describeOnStage('a grid worker’s round', ({ cloud, withPeople }) => {
  const together = (run: (...people: Someone[]) => Promise<void>) =>
    withPeople(['grid-worker', 'grid-secretary'], run)

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

      await walker.offline()
      await tell(walker, '菜市场门口', '贴了一圈小广告')
      await tell(walker, '公交站东侧')
      await walker.sees('2 件等着送出')
      expect(await cards(walker).first().textContent()).toContain('待发送')
      await spotOf(walker).fill('写到一半的地方')

      await walker.online()
      await walker.page.reload()
      await walker.page.getByText('等着送出').waitFor({ state: 'detached' })
      await cards(walker).filter({ hasText: '待研判' }).nth(1).waitFor()
      await expectSoon(() => spotOf(walker).inputValue(), '写到一半的地方')

      await (await secretary.card('菜市场门口：贴了一圈小广告')).waitFor()
    }))

  test('at the door of an old person without a phone or a network: asked, kept, told, and rated for them', () =>
    together(async (walker, secretary) => {
      const words = '天花板漏水，滴在床上'
      const sheet = (it: Someone) => it.page.locator('.sheet:visible')
      await walker.logIn('网格员', '网格员小许')
      await secretary.logIn('社区书记', '黄书记')
      await walker.tab('工作台')
      await walker.sees('替没有手机的人说一件事')
      await walker.offline()
      await walker.tap('button', /^代点单/)
      await walker.page.locator('textarea:visible').first().fill(words)
      await walker.tap('button', /门牌号选填/)
      await sheet(walker).getByRole('textbox', { name: '门牌号' }).fill('糖厂宿舍 3 栋 201')
      await walker.tap('button', '好了')
      await walker.tap('button', '提交点单')
      // Without whom it is for, and whether they know, nothing is sent.
      await walker.sees('老人知道这件事吗')
      await walker.page.getByRole('textbox', { name: '怎么称呼老人' }).fill('莫阿婆')
      await walker.tap('radio', '网格里的老人')
      await walker.tap('radio', /^知道/)
      await walker.tap('checkbox', /我同意/)
      await walker.tap('button', '提交点单')
      await walker.sees('已存好，联网后自动送出')

      await walker.online()
      await walker.sees(/^单号 \d{4}-\d\d/)
      await walker.tap('button', '看这一单')
      await walker.sees('社区已收到')
      await secretary.tab('工作台')
      const card = await secretary.card(words)
      expect(await card.textContent()).not.toContain('201')

      const needId = new URL(walker.page.url()).hash.split('id=')[1] ?? ''
      const { moves } = othersAt(cloud.url)
      await moves('y-sec', { needId, action: 'dispatch', offer: POOL })
      await moves('lam', { needId, action: 'claim' })
      await walker.sees('林师傅已接单')
      await moves('lam', { needId, action: 'start' })
      await moves('lam', { needId, action: 'finish', note: '换了一片瓦' })
      await walker.sees('换了一片瓦')
      // She has no phone: who placed it asks her, and says so for her.
      await walker.sees('问问莫阿婆行不行？')
      await walker.tap('radio', /很满意/)
      await walker.tap('button', '确认评价')
      await walker.sees('已办结')
      await secretary.page.locator('.card.need:visible', { hasText: words }).waitFor({ state: 'detached' })
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

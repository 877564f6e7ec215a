import type { Someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

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

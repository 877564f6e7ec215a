import type { Someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const TITLE = '阳台的灯一闪一闪'

describeOnStage('the four orders, three people at once', ({ withPeople }) => {
  const together = (run: (...people: Someone[]) => Promise<void>) =>
    withPeople(['resident', 'secretary', 'member'], run)

  const placeNeed = async (resident: Someone, title: string) => {
    await resident.tab('点单')
    await resident.tap('radio', '电路灯具')
    await resident.tap('radio', '灯不亮')
    await resident.page.getByRole('radiogroup', { name: /焦味/ }).getByRole('radio').last().click()
    await resident.page.locator('textarea:visible').first().fill(title)
    await resident.tap('checkbox', /我同意/)
    await resident.tap('button', '提交点单')
  }

  test('placed, dispatched, claimed, served and rated, each seeing the others’ moves as they happen', () =>
    together(async (resident, secretary, member) => {
      await resident.logIn('居民', '林**')
      await secretary.logIn('社区书记', '梁书记')
      await member.logIn('党员', '邱师傅')
      await secretary.tab('工作台')
      await member.tab('工作台')

      await placeNeed(resident, TITLE)
      await resident.sees('已收下')
      await resident.tap('button', '看这一单')
      await resident.sees('社区已收到')

      const queued = await secretary.card(TITLE)
      await queued.click()
      await secretary.control('button', /派单给本社区接单大厅/, queued).click()
      await resident.sees('正在找人')

      const open = await member.card(TITLE)
      await member.control('button', /我来接/, open).click()
      await resident.sees('邱师傅已接单')

      await member.tap('radio', /我的任务|任务/)
      await (await member.card(TITLE)).click()
      await member.sees('进行中的任务')
      await member.tap('button', /^出发$/)
      await resident.sees('邱师傅正在路上')
      await member.tap('button', /办好了/)
      await member.page.locator('.sheet:visible textarea').fill('换了整流器，不闪了')
      await member.control('button', /请居民确认/, member.page.locator('.sheet:visible')).click()

      await resident.sees('邱师傅说办好了')
      await resident.sees('换了整流器，不闪了')
      await resident.tap('button', /评价/)
      await resident.tap('radio', /很满意/)
      await resident.tap('button', '确认评价')
      await resident.sees('已办结')
      await member.sees('已办结')
    }))

  test('placed without a network it is kept and says so, and goes out when the network comes back', () =>
    together(async (resident, secretary) => {
      await resident.logIn('居民', '林**')
      await secretary.logIn('社区书记', '梁书记')
      await secretary.tab('工作台')
      await resident.tab('首页')

      await resident.offline()
      await placeNeed(resident, '楼道的插座没有电')
      await resident.sees(/联网后自动送出/)
      await resident.online()
      await resident.sees('已收下')
      await (await secretary.card('楼道的插座没有电')).waitFor()
    }))
})

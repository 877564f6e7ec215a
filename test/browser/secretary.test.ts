import { othersAt } from './others'
import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const TAP = '水龙头滴了一夜'
const SAME = '水龙头一夜都在滴'
const ABROAD = '想请人去市区修水表'
const PIPE = '水管接头漏水'
const SERVICE = '周末免费换水龙头芯'

describeOnStage('a secretary’s day', ({ cloud, withPeople }) => {
  const opened = async (secretary: Someone, words: string) => {
    const card = await secretary.card(words)
    if ((await secretary.control('button', `更多处理：${words}`, card).count()) === 0) await card.click()
    return card
  }
  const more = async (secretary: Someone, words: string) => {
    const card = await opened(secretary, words)
    await secretary.control('button', `更多处理：${words}`, card).click()
    await secretary.sees('放到接单大厅')
  }

  test('the queue by deadline, one tap and taken back, several ways to dispatch, reject, merge', () =>
    withPeople(['secretary'], async (secretary) => {
      const others = othersAt(cloud.url)
      for (const words of [TAP, SAME, ABROAD, PIPE]) await others.places('r14', words)
      await secretary.logIn('社区书记', '梁书记')
      await secretary.tab('工作台')

      // What is late stands first.
      const late = secretary.page.locator('.card.need:visible')
      await late.first().waitFor()
      const lines = await late.allTextContents()
      const isLate = lines.map((line) => /已超/.test(line))
      expect(isLate).toContain(true)
      const waiting = isLate.slice(0, isLate.lastIndexOf(true) + 1)
      expect(waiting.slice(0, waiting.indexOf(false) < 0 ? undefined : waiting.indexOf(false))).not.toContain(
        false,
      )

      const card = await opened(secretary, TAP)
      await card.getByText('梁师傅').waitFor()
      await secretary.control('button', `派单给梁师傅：${TAP}`, card).click()
      await secretary.tap('button', /^撤回/)
      await secretary.sees('撤回了，还在原来的地方')
      expect(await othersSee(TAP)).toBe('placed')
      const again = await opened(secretary, TAP)
      await secretary.control('button', `派单给梁师傅：${TAP}`, again).click()
      await expectSoon(() => othersSee(TAP), 'dispatched')

      await more(secretary, SAME)
      await secretary.tap('button', /^并到另一单/)
      const sheet = secretary.page.locator('.sheet:visible')
      await sheet.locator('input').fill(TAP)
      await sheet.locator('.target').first().click()
      await secretary.control('button', '并单', sheet).click()
      await expectSoon(() => othersSee(SAME), 'merged')

      await more(secretary, ABROAD)
      await secretary.tap('button', /^不予受理/)
      await secretary.control('button', '不予受理', sheet).click()
      await secretary.sees('请写去处，别让人白跑一趟')
      await sheet.locator('textarea').nth(0).fill('这件事归供水公司管')
      await sheet.locator('textarea').nth(1).fill('打供水热线 96968')
      await secretary.control('button', '不予受理', sheet).click()
      await expectSoon(() => othersSee(ABROAD), 'rejected')

      // By name, by team and to the hall at once.
      await more(secretary, PIPE)
      await secretary.tap('button', '派单')
      await secretary.sees('请选择派给谁，或者放到接单大厅')
      await secretary.tap('radio', '本社区')
      await secretary.tap('checkbox', /^梁师傅/)
      await secretary.page.locator('[role=checkbox]:visible').last().click()
      await secretary.tap('button', '派单')
      await expectSoon(() => othersSee(PIPE), 'dispatched')
    }))

  async function othersSee(words: string): Promise<string> {
    return (await othersAt(cloud.url).needOf(words)).status
  }

  test('publishes a service, finds it as it was left, and takes it off again', () =>
    withPeople(['publisher', 'reader'], async (secretary, reader) => {
      await secretary.logIn('社区书记', '梁书记')
      await secretary.tab('工作台')
      await secretary.tap('button', /服务清单/)
      await secretary.tap('button', '添一项服务')
      const named = (name: string) => secretary.page.getByRole('textbox', { name }).locator('visible=true')
      await named('名称').fill(SERVICE)
      await secretary.tap('button', '返回')
      await secretary.tap('button', '添一项服务')
      await secretary.sees(/上次写到一半/)
      await expectSoon(() => named('名称').inputValue(), SERVICE)
      await secretary.tap('button', '上架')
      await secretary.sees('写几句怎么办、要带什么')
      await secretary.page.getByRole('radiogroup', { name: '类别' }).getByRole('radio').first().click()
      await secretary.page.getByRole('radiogroup', { name: '由谁来办' }).getByRole('radio').first().click()
      await named('说明').fill('自己买好阀芯，师傅帮您换')
      await named('平时什么时候有').fill('每周六上午')
      await secretary.tap('button', '添一场')
      await secretary.tap('button', '上架')
      await secretary.sees('管理清单')

      await reader.page.goto(cloud.url)
      await reader.watch('东城镇', '龙山社区')
      await reader.tab('清单')
      await reader.tap('tab', /^服务清单/)
      const offer = reader.page.locator('.content .card:visible', { hasText: SERVICE })
      await offer.waitFor()

      await secretary.tap('button', `下架：${SERVICE}`)
      await secretary.answer('下架')
      await offer.waitFor({ state: 'detached' })
    }))
})

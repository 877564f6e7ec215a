import { othersAt, POOL } from './others'
import type { Someone } from './people'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const TAP = '水龙头滴了一夜'
const PIPE = '水管接头漏水'
const TOILET = '马桶水箱一直进水'

describeOnStage('a member’s day', ({ cloud, withPeople }) => {
  const offered = async (words: string) => {
    const others = othersAt(cloud.url)
    const needId = await others.places('r14', words)
    await others.moves('l-sec', { needId, action: 'dispatch', offer: POOL })
    return needId
  }
  const claims = async (member: Someone, words: string) =>
    member.control('button', `我来接：${words}`, await member.card(words)).click()

  test('sees what suits and why, claims, loses a race, serves one and hands one back', () =>
    withPeople(['member'], async (member) => {
      const others = othersAt(cloud.url)
      await offered(TAP)
      const lost = await offered(PIPE)
      await offered(TOILET)

      await member.logIn('党员', '梁师傅')
      await member.tab('工作台')
      await member.tap('radio', '接单大厅')
      await member.sees('为您推荐')
      const suits = await member.card(TAP)
      expect(await suits.textContent()).toContain('正好是您会的：水管')
      expect(await suits.textContent()).toContain('就在您的网格')

      // Without a network somebody else is faster, and it is told without blame.
      await member.offline()
      await claims(member, PIPE)
      await member.sees('报名中，等结果')
      await others.moves('qiu', { needId: lost, action: 'claim' })
      await member.online()
      await member.sees('已被他人接单')
      await member.sees(/这不算您爽约/)
      await member.tap('button', '知道了')
      await member.page.getByText('已被他人接单').locator('visible=true').waitFor({ state: 'detached' })

      await claims(member, TAP)
      await member.sees(/接到了：/)
      await claims(member, TOILET)
      await member.tap('radio', '我的任务')
      await (await member.card(TAP)).click()
      await member.sees('进行中的任务')
      await member.tap('button', /^出发$/)
      await member.tap('button', /^办好了/)
      const sheet = member.page.locator('.sheet:visible')
      await member.control('button', '请居民确认', sheet).click()
      await member.sees('说一句结果，居民好确认')
      await sheet.locator('textarea').fill('换了阀芯')
      await member.control('button', '请居民确认', sheet).click()
      await member.sees('待评价')
      await member.tap('button', '返回')

      await (await member.card(TOILET)).click()
      await member.sees('进行中的任务')
      await member.tap('button', '遇到困难')
      await member.tap('button', '缺工具材料')
      await member.control('button', '退单', sheet).click()
      await member.sees('待接单')
      await member.tap('button', '返回')
      await member.sees('手上没有任务')
      await member.tap('button', '服务记录')
      await member.sees(TAP)
    }))
})

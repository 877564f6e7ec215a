import { othersAt, POOL } from './others'
import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const WORDS = '厨房水龙头一直漏水，关紧了还在滴，想请人上门看看'

describeOnStage('an old resident’s day', ({ cloud, withPeople }) => {
  const words = (it: Someone) => it.page.locator('textarea:visible').first()
  const toElder = async (it: Someone) => {
    await it.tab('我的')
    await it.tap('switch', '长辈版')
    await it.tab('首页')
    await it.sees(/^您好，今天/)
  }

  test('one question a screen, with the same draft; an order is taken back within ten seconds', () =>
    withPeople(['elder-order'], async (it) => {
      await it.logIn('居民', '林**')
      await it.tab('点单')
      await words(it).fill(WORDS)
      await it.tap('button', '返回')
      await toElder(it)
      await it.tap('button', /请人帮忙/)
      // Switching in the middle loses nothing.
      await it.sees('第一步，共五步')
      await expectSoon(() => words(it).inputValue(), WORDS)
      await it.tap('button', '下一步')
      await it.sees('第二步，共五步')
      await it.tap('radio', '水管下水')
      await it.tap('radio', '明天')
      await it.sees('第四步，共五步')
      await it.tap('button', '上一步')
      await expectSoon(() => it.control('radio', '明天').getAttribute('aria-checked'), 'true')
      await it.tap('button', '下一步')
      await it.tap('button', '下一步')
      await it.sees('第五步，共五步')
      await it.tap('button', '下一步')
      await it.tap('button', '送出去')
      await it.sees('请先勾选同意，再提交')
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '送出去')
      await it.tap('button', '点错了，收回来')
      await it.sees('是这样吗？')
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '送出去')
      await it.sees(/秒以后送出去/)
      await it.sees(/^单号 \d{4}-\d\d/)
    }))

  test('follows it under 我的事, with times as they are said, and ends it with one word', () =>
    withPeople(['elder-day'], async (it) => {
      const others = othersAt(cloud.url)
      const needId = await others.places('r24', WORDS)
      await it.logIn('居民', '敖**')
      await toElder(it)
      await it.tap('tab', /^我的事/)
      await it.page
        .getByText(/^厨房水龙头一直漏水/)
        .locator('visible=true')
        .first()
        .click()
      await it.sees(/社区已收到/)
      await others.moves('l-sec', { needId, action: 'dispatch', offer: POOL })
      await others.moves('liang', { needId, action: 'claim' })
      await it.sees(/梁师傅已接单/)
      await others.moves('liang', { needId, action: 'start' })
      await it.sees(/梁师傅正在路上|梁师傅正在办/)
      const read = await it.page.locator('.page:visible').last().textContent()
      expect(read).toMatch(/[上下中]午|晚上|凌晨/)
      expect(read).not.toMatch(/\d:\d\d/)

      await others.moves('liang', { needId, action: 'finish', note: '换好了' })
      await it.sees('换好了')
      await it.tap('button', '满意')
      await it.sees('已办结')
      await it.tap('button', '返回')
      await it.tab('首页')
      await it.tap('button', '回到标准版')
      await it.sees('我要点单')
    }))
})

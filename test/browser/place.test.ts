import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const WORDS = '厨房水龙头一直漏水，关紧了还在滴，想请人上门看看'

describeOnStage('点单', ({ cloud, withPeople }) => {
  const alone = (name: string, run: (it: Someone) => Promise<void>) => withPeople([name], run)

  const words = (it: Someone) => it.page.locator('textarea:visible').first()
  const focused = (it: Someone) => it.page.evaluate(() => document.activeElement?.tagName)

  test('takes three taps from the home page, and what is said', () =>
    alone('three taps', async (it) => {
      await it.logIn('居民', '林**')
      await it.tab('首页')
      let taps = 0
      const tap = async (role: 'button' | 'checkbox', name: string | RegExp) => {
        taps += 1
        await it.tap(role, name)
      }
      await tap('button', /我要点单/)
      await words(it).waitFor()
      // Its own class decides, not what the browser gives to every field.
      const size = await words(it).evaluate((field) => getComputedStyle(field).fontSize)
      expect(size).toBe('17px')
      await it.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
      await it.page.keyboard.insertText(WORDS)
      await tap('checkbox', /我同意/)
      await tap('button', '提交点单')
      await it.sees('已收下')
      expect(taps).toBe(3)
      await it.tap('button', '看这一单')
      await it.sees('哪里有问题：水龙头')
    }))

  test('the field is as high as what is said in it', () =>
    alone('high enough', async (it) => {
      await it.page.goto(cloud.url)
      await it.tab('点单')
      const heights = () =>
        words(it).evaluate((field) => [field.clientHeight, field.scrollHeight, field.clientHeight > 120])
      await words(it).fill(WORDS.repeat(6))
      await expectSoon(async () => (await heights())[2], true)
      const [shown, needed] = await heights()
      expect(shown).toBe(needed)
    }))

  test('what somebody has written is there after back, a killed app, log-out and log-in', () =>
    alone('draft', async (it) => {
      await it.logIn('居民', '林**')
      await it.tab('点单')
      await words(it).fill(WORDS)
      await it.tap('radio', '明天')
      await it.tap('button', '返回')
      await it.tab('点单')
      await it.page.reload()
      await expectSoon(() => words(it).inputValue(), WORDS)
      await it.tap('button', '返回')
      await it.tab('我的')
      await it.tap('button', /退出登录/)
      await it.answer('退出')
      await it.tab('点单')
      await expectSoon(() => words(it).inputValue(), '')
      await it.tap('button', '返回')
      await it.logIn('居民', '林**')
      await it.tab('点单')
      await expectSoon(() => words(it).inputValue(), WORDS)
      await expectSoon(() => it.control('radio', '明天').getAttribute('aria-checked'), 'true')
    }))

  test('a guest is asked who they are at 提交, and types nothing twice', () =>
    alone('guest', async (it) => {
      await it.page.goto(cloud.url)
      await it.tab('点单')
      await it.tap('radio', '明天')
      await it.tap('button', '提交点单')
      await it.sees('说一句想请人办的事就行')
      await expectSoon(() => focused(it), 'TEXTAREA')
      await it.page.keyboard.insertText('客厅灯不亮了')
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '提交点单')
      const sheet = it.page.locator('.sheet:visible')
      await sheet.getByRole('button', { name: '居民', exact: true }).click()
      await sheet.getByRole('button', { name: '用许**登录' }).click()
      await it.sees('已收下')
      // What the category would know is asked now, and holds nothing up.
      await it.tap('radio', '没有')
      await it.tap('button', '告诉来的人')
      await it.sees('记下了')
    }))

  test('a number in the words never leaves: it is cut out, and stands where it belongs', () =>
    alone('numbers', async (it) => {
      await it.logIn('居民', '敖**')
      await it.tab('点单')
      await words(it).fill('马桶堵了，打 138 0013 8000 找我')
      await it.sees(/去掉号码就能送/)
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '去掉号码再送')
      await it.sees('已收下')
      await it.tap('button', '再点一单')
      await it.sees('138 **** 8000')
    }))

  test('for an old person it asks whether they know, before anything is sent', () =>
    alone('for another', async (it) => {
      await it.logIn('居民', '林**')
      await it.tab('我的')
      await it.tap('button', /帮家人点单/)
      await words(it).fill('阿公半年没剪头发')
      await it.page.getByRole('textbox', { name: '怎么称呼老人' }).locator('visible=true').fill('黄伯')
      await it.tap('radio', '父母')
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '提交点单')
      await it.sees('请选一项')
      await it.tap('radio', '还没说')
      await it.tap('button', '提交点单')
      await it.sees(/先跟对方说一声/)
      await it.tap('radio', '知道，也同意')
      await it.tap('button', '提交点单')
      await it.sees('已收下')
    }))
})

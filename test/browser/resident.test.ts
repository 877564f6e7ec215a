import { othersAt, POOL } from './others'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const WORDS = '厨房水龙头关紧了还在滴'

describeOnStage('a resident’s day', ({ cloud, withPeople }) => {
  test('looks around, logs in where it counts, follows the order to its end and rates it', () =>
    withPeople(['resident'], async (resident) => {
      const others = othersAt(cloud.url)
      await resident.page.goto(cloud.url)
      await resident.watch('东城镇', '龙山社区')
      await resident.tab('清单')
      await resident.tap('tab', /^需求清单/)
      await resident.page.locator('.content:visible').last().locator('.card.need').first().click()
      await resident.sees('点单详情')
      await resident.tap('button', '返回')

      await resident.tab('点单')
      await resident.page.locator('textarea:visible').first().fill(WORDS)
      await resident.tap('checkbox', /我同意/)
      await resident.tap('button', '提交点单')
      const sheet = resident.page.locator('.sheet:visible')
      await sheet.getByRole('button', { name: '居民', exact: true }).click()
      await sheet.getByRole('button', { name: '用林**登录' }).click()
      await resident.sees('已收下')
      await resident.tap('button', '看这一单')
      await resident.sees('社区已收到')
      await resident.tap('button', '催一催')
      await resident.sees('您催了一下')

      // 返回 closes the sheet first, then leaves the page.
      await resident.tap('button', '补充')
      await sheet.waitFor()
      await resident.page.goBack()
      await sheet.waitFor({ state: 'detached' })
      await resident.tap('button', '补充')
      await sheet.locator('textarea').fill('带一把扳手')
      await resident.control('button', '补充', sheet).click()
      await resident.sees('带一把扳手')

      const { id: needId } = await others.needOf(WORDS)
      await others.moves('l-sec', { needId, action: 'dispatch', offer: POOL })
      await resident.sees('正在找人')
      await others.moves('liang', { needId, action: 'claim' })
      await resident.sees('梁师傅已接单')
      await others.moves('liang', { needId, action: 'start' })
      await resident.sees('梁师傅正在路上')
      await others.moves('liang', { needId, action: 'finish', note: '换了阀芯，不滴了' })
      await resident.sees('换了阀芯，不滴了')

      await resident.tap('radio', /很满意/)
      await resident.tap('button', '准时')
      await resident.tap('button', '确认评价')
      await resident.sees('已办结')
      // One step back is the page before, although a sheet was opened and closed here.
      await resident.page.goBack()
      await resident.page.getByText('点单详情').locator('visible=true').waitFor({ state: 'detached' })
    }))

  test('who is not content says so in a word, and it goes on', () =>
    withPeople(['not-content'], async (resident) => {
      const others = othersAt(cloud.url)
      const words = '洗手盆下面一直渗水'
      const needId = await others.places('r24', words)
      await others.moves('l-sec', { needId, action: 'dispatch', offer: POOL })
      await others.moves('qiu', { needId, action: 'claim' })
      await others.moves('qiu', { needId, action: 'start' })
      await others.moves('qiu', { needId, action: 'finish', note: '拧紧了' })

      await resident.logIn('居民', '敖**')
      await resident.tap('button', /我的点单/)
      await resident.page.getByText(words).locator('visible=true').click()
      await resident.sees('拧紧了')
      await resident.tap('radio', /^不满意/)
      await resident.tap('button', '没办好')
      await resident.tap('button', '不满意，重办')
      const sheet = resident.page.locator('.sheet:visible')
      await sheet.locator('textarea').fill('还在滴')
      await resident.control('button', '不满意，重办', sheet).click()
      await resident.sees('您要求重办')
      await resident.sees('重办')
    }))
})

import type { Someone } from '../../browser/people'
import { orders } from '../scenes'
import { openSheet, type Shot, serviceAt } from '../shot'

const empty = async (it: Someone) => {
  await it.tab('点单')
  await it.sees('提交点单')
}
const LONG = '厨房的灯管一闪一闪的，换过两次灯管都一样，开关也有点松，晚上做饭看不清楚，怕伤到手。'
const filled = async (it: Someone, words = LONG) => {
  await empty(it)
  await it.tap('radio', '电路灯具')
  await it.tap('radio', '灯不亮')
  await it.page.getByRole('radiogroup', { name: /焦味/ }).getByRole('radio').last().click()
  await it.page.locator('textarea:visible').first().fill(words)
}
const says = async (it: Someone, words: string) => {
  await empty(it)
  await it.page.locator('textarea:visible').first().fill(words)
  await it.sees(/^(听着像这一类|像是这(一|几)类)/)
}
const forAnElder = async (it: Someone) => {
  await filled(it)
  await it.tap('radio', '代老人')
}
const submitted = async (it: Someone) => {
  await filled(it)
  await it.tap('checkbox', /我同意/)
  await it.tap('button', '提交点单')
}

/** The sheet behind what is written on the form. */
const asked = (role: 'radio' | 'button' | 'link', name: string | RegExp) => async (it: Someone) => {
  await empty(it)
  await openSheet(it, it.page.getByRole(role, { name }).locator('visible=true').last())
}

const QUESTIONS = {
  category: '这是哪一类的事？',
  when: '什么时候来方便？',
  where: '到哪里帮您？',
  whom: '怎么联系您？',
  confirm: '是这样吗？',
}
/** 长辈版, answered up to this question. */
async function elderAt(it: Someone, step: keyof typeof QUESTIONS) {
  await it.page.locator('textarea:visible').first().fill('厨房水龙头一直漏水')
  for (const [each, question] of Object.entries(QUESTIONS)) {
    await it.tap('button', '下一步')
    await it.sees(question)
    if (each === step) return
  }
}

export const placedOffline = async (it: Someone) => {
  await filled(it)
  await it.offline()
  await it.tap('checkbox', /我同意/)
  await it.tap('button', '提交点单')
  await it.sees(/联网后自动送出/)
}

export const placeShots: Shot[] = [
  { name: '03-place', as: 'resident', full: true, show: empty },
  { name: '03-place-guest', show: empty },
  { name: '03-place-filled', as: 'resident', full: true, show: (it) => filled(it) },
  { name: '03-place-long', as: 'resident', full: true, show: (it) => filled(it, LONG.repeat(6)) },
  { name: '03-place-320', as: 'resident', width: 320, full: true, show: (it) => filled(it) },
  { name: '03-place-large', as: 'resident', mode: 'large', full: true, show: (it) => filled(it) },
  { name: '03-place-for-elder', as: 'neighbour', full: true, show: forAnElder },
  {
    name: '03-place-errors',
    as: 'resident',
    full: true,
    show: async (it) => {
      await empty(it)
      await it.tap('button', '提交点单')
    },
  },
  { name: '03-place-guessed', as: 'resident', show: (it) => says(it, '妈妈头发长了，想请师傅上门理个发') },
  { name: '03-place-asked', as: 'resident', show: (it) => says(it, '家里的冰箱') },
  { name: '03-place-categories', as: 'resident', show: asked('radio', '全部类别') },
  { name: '03-place-where', as: 'resident', show: asked('button', /湖东片/) },
  {
    name: '03-place-community',
    as: 'resident',
    show: async (it) => {
      await asked('button', /湖东片/)(it)
      await it.tap('button', /换一个/)
      await it.page.locator('.sheet:visible').getByText('选社区').waitFor()
    },
  },
  { name: '03-place-consent', as: 'resident', show: asked('link', '看说明') },
  {
    name: '03-place-log-in',
    show: async (it) => {
      await submitted(it)
      await it.page.locator('.sheet:visible').waitFor()
    },
  },
  {
    name: '03-place-booked',
    as: 'neighbour',
    at: serviceAt('s01'),
    changes: true,
    full: true,
    before: (_, scene) => orders(scene),
    show: async (it) => {
      await it.page
        .getByText(/还有 \d+ 个名额/)
        .locator('visible=true')
        .first()
        .click()
      await it.tap('button', '就要这个')
      await it.sees('这一场约过了')
    },
  },
  {
    name: '03-placed',
    as: 'resident',
    changes: true,
    show: async (it) => {
      await submitted(it)
      await it.sees('已收下')
    },
  },
  {
    name: '03-placed-offline',
    as: 'resident',
    show: async (it) => {
      await placedOffline(it)
    },
  },
  { name: '10-elder-place', as: 'elder', mode: 'elder', at: '/pages/place/index' },
  ...(['category', 'when', 'where', 'whom', 'confirm'] as const).map(
    (step): Shot => ({
      name: `10-elder-place-${step}`,
      as: 'elder',
      mode: 'elder',
      at: '/pages/place/index',
      full: true,
      show: (it) => elderAt(it, step),
    }),
  ),
  {
    name: '10-elder-placed',
    as: 'elder',
    mode: 'elder',
    at: '/pages/place/index',
    changes: true,
    show: async (it) => {
      await elderAt(it, 'confirm')
      await it.tap('checkbox', /我同意/)
      await it.tap('button', '送出去')
      await it.sees(/秒以后送出去/)
    },
  },
]

import type { Someone } from '../../browser/people'
import { asksLam, movesSession, ORDER, orders, past } from '../scenes'
import { dispatchAt, needAt, type Shot } from '../shot'

const HOURS = 60

const opens = (action: string | RegExp) => async (it: Someone) => {
  const direct = it.control('button', action)
  await it.page.locator('.action-bar:visible').waitFor()
  if ((await direct.count()) === 0) await it.tap('button', '更多')
  await direct.click()
  await it.page.locator('.sheet:visible').waitFor()
}

/** By its title, so that a page which has not come yet is waited for. */
const reads = (title: string) => (it: Someone) => it.sees(title)

export const needShots: Shot[] = [
  { name: '04-placed', as: 'neighbour', at: needAt('n026'), full: true, show: reads('一开空调就跳闸') },
  { name: '04-dispatched', as: 'resident', at: needAt('n047'), full: true, show: reads('药房取一盒降压药') },
  {
    name: '04-claimed',
    as: 'neighbour',
    at: needAt('n043'),
    full: true,
    show: reads('周四早上去区医院复诊'),
  },
  { name: '04a-serving', as: 'neighbour', at: needAt('n114'), full: true, show: reads('2栋侧门路灯不亮') },
  {
    name: '04a-serving-320',
    as: 'neighbour',
    at: needAt('n114'),
    width: 320,
    full: true,
    show: reads('2栋侧门路灯不亮'),
  },
  {
    name: '04a-serving-large',
    as: 'neighbour',
    at: needAt('n114'),
    mode: 'large',
    full: true,
    show: reads('2栋侧门路灯不亮'),
  },
  {
    name: '04a-serving-elder',
    as: 'neighbour',
    at: needAt('n114'),
    mode: 'elder',
    full: true,
    show: reads('2栋侧门路灯不亮'),
  },
  {
    name: '04a-serving-offline',
    as: 'neighbour',
    at: needAt('n114'),
    show: async (it) => {
      await it.sees('2栋侧门路灯不亮')
      await it.offline()
      await it.sees(/没有网络/)
    },
  },
  {
    name: '04b-served',
    as: 'neighbour',
    at: needAt('n095'),
    full: true,
    show: reads('中午十二点装修电钻不停'),
  },
  {
    name: '04b-served-elder',
    as: 'neighbour',
    at: needAt('n095'),
    mode: 'elder',
    full: true,
    show: reads('中午十二点装修电钻不停'),
  },
  {
    name: '04b-rated-low',
    as: 'neighbour',
    at: needAt('n095'),
    full: true,
    show: async (it) => {
      await it.sees('中午十二点装修电钻不停')
      await it.tap('radio', /^不满意/)
    },
  },
  { name: '04b-reopen', as: 'neighbour', at: needAt('n095'), show: opens(/重办/) },
  { name: '04-closed', as: 'neighbour', at: needAt('n099'), full: true, show: reads('地下车库出口积水') },
  {
    name: '04-reopened',
    as: 'resident',
    at: needAt('n134'),
    full: true,
    show: reads('湖边步道灯亮两晚又灭'),
  },
  { name: '04-merged', as: 'neighbour', at: needAt('n083'), show: reads('商业街口垃圾桶又满了') },
  {
    name: '04-for-mother',
    as: 'resident',
    at: needAt('n015'),
    full: true,
    show: reads('想有人陪爸爸回一次东平看海'),
  },
  {
    name: '04-overdue',
    as: 'neighbour',
    at: needAt('n026'),
    later: 5 * HOURS,
    full: true,
    show: reads('一开空调就跳闸'),
  },
  {
    name: '04-urge',
    as: 'resident',
    at: needAt('n047'),
    changes: true,
    show: async (it) => {
      await it.tap('button', '催一催')
      await it.sees('您催了一下')
    },
  },
  { name: '04-withdraw', as: 'neighbour', at: needAt('n114'), show: opens(/不用来了|撤单/) },
  { name: '04-add', as: 'resident', at: needAt('n047'), show: opens(/补充/) },
  { name: '04-guest', at: needAt('n118'), full: true, show: reads('健身架的踏步断了一边') },
  { name: '04-stranger', as: 'member', at: needAt('n118'), show: reads('健身架的踏步断了一边') },
  { name: '04-staff', as: 'secretary', at: needAt('n114'), full: true, show: reads('2栋侧门路灯不亮') },
  {
    name: '04-staff-more',
    as: 'secretary',
    at: needAt('n026'),
    show: async (it) => {
      await it.sees('一开空调就跳闸')
      await it.tap('button', '更多')
      await it.page.locator('.sheet:visible').waitFor()
    },
  },
  { name: '04-staff-headcount', as: 'secretary', at: needAt('n114'), show: opens('改人数') },
  { name: '04-staff-escalate', as: 'secretary', at: needAt('n114'), show: opens('督办') },
  { name: '04-staff-follow-up', as: 'secretary', at: needAt('n095'), show: opens('回访') },
  { name: '04-staff-placed', as: 'secretary', at: needAt('n026'), full: true, show: reads('一开空调就跳闸') },
  {
    name: '04-moved',
    as: 'neighbour',
    at: `/pages/need/index?id=${ORDER}`,
    changes: true,
    full: true,
    before: async (_, scene) => {
      await orders(scene)
      await movesSession(scene)
    },
    show: (it) => it.sees('这一场改了时间'),
  },
  {
    name: '04-overtaken',
    as: 'secretary',
    at: dispatchAt('n026'),
    changes: true,
    full: true,
    show: async (it, scene) => {
      await it.sees('一开空调就跳闸')
      await it.offline()
      await it.tap('radio', '本社区')
      await it.tap('button', '派单')
      await asksLam(scene, 'n026')
      await past(it, 20)
      await it.online()
      await it.open(needAt('n026'))
      await it.sees(/现在还要/)
    },
  },
  {
    name: '04-absent',
    at: '/pages/need/index?id=019cfe00-0000-7000-8000-000000000000',
    show: (it) => it.sees(/看不到|没有|不在/),
  },
  { name: '06-task', as: 'member', at: needAt('n114'), full: true, show: reads('2栋侧门路灯不亮') },
  {
    name: '06-task-large',
    as: 'member',
    at: needAt('n114'),
    mode: 'large',
    full: true,
    show: reads('2栋侧门路灯不亮'),
  },
  { name: '06-task-claimed', as: 'member', at: needAt('n027'), full: true, show: reads('厨房灯管一闪一闪') },
  { name: '06-finish', as: 'member', at: needAt('n114'), show: opens(/办好了/) },
  { name: '06-release', as: 'member', at: needAt('n114'), show: opens('遇到困难') },
]

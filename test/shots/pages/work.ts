import type { Someone } from '../../browser/people'
import { asksLam, movesSession, undrawable } from '../scenes'
import { dispatchAt, openSheet, publishAt, type Shot } from '../shot'

const desk = (name?: string) => async (it: Someone) => {
  await it.tab('工作台')
  if (name) await it.tap('radio', name)
  await it.page.locator('.content .card:visible').first().waitFor()
}

/** 长辈版 has no tab for it: the workbench begins with one's own needs. */
const hallOfElder = async (it: Someone) => {
  await it.open('/pages/work/index')
  await it.tap('radio', '接单大厅')
  await it.page.locator('.content .card:visible').first().waitFor()
}

export const workShots: Shot[] = [
  { name: '05-hall', as: 'member', full: true, show: desk('接单大厅') },
  {
    name: '05-hall-recommended',
    as: 'plumber',
    full: true,
    show: async (it) => {
      await desk('接单大厅')(it)
      await it.sees('为您推荐')
    },
  },
  {
    name: '05-decline',
    as: 'plumber',
    changes: true,
    show: async (it, scene) => {
      await asksLam(scene, 'n026')
      await desk('接单大厅')(it)
      await it.sees('邀请您来帮忙')
      await it.tap('button', /^来不了/)
      await it.page.locator('.sheet:visible').waitFor()
    },
  },
  { name: '05-hall-elder', as: 'plumber', mode: 'elder', full: true, show: hallOfElder },
  { name: '05-hall-volunteer', as: 'volunteer', show: desk('接单大厅') },
  { name: '05-hall-320', as: 'member', width: 320, show: desk('接单大厅') },
  { name: '05-hall-large', as: 'member', mode: 'large', show: desk('接单大厅') },
  { name: '06-tasks', as: 'member', full: true, show: desk('我的任务') },
  {
    name: '05-hall-undrawable',
    as: 'member',
    before: undrawable('洗菜盆下面'),
    show: async (it) => {
      await desk('接单大厅')(it)
      await it.sees(/这一条暂时显示不了/)
    },
  },
  {
    name: '06-tasks-former',
    as: 'member',
    changes: true,
    full: true,
    before: (_, scene) => asksLam(scene, 'n027', '改派给有电工证的师傅'),
    show: async (it) => {
      await desk('我的任务')(it)
      await it.sees('不用再办的')
    },
  },
  { name: '07-queue', as: 'secretary', full: true, show: desk('派单台') },
  { name: '07-queue-320', as: 'secretary', width: 320, show: desk('派单台') },
  { name: '07-queue-large', as: 'secretary', mode: 'large', show: desk('派单台') },
  { name: '07-queue-coordinator', as: 'coordinator', show: desk() },
  {
    name: '07-queue-coordinator-offline',
    as: 'coordinator',
    show: async (it) => {
      await desk()(it)
      await it.sees(/的情况/)
      await it.offline()
      await it.tap('button', '刷新')
      await it.sees('再试一次')
    },
  },
  {
    name: '07-dispatch',
    as: 'secretary',
    at: dispatchAt('n026'),
    full: true,
    show: (it) => it.sees('一开空调就跳闸'),
  },
  {
    name: '07-dispatch-320',
    as: 'secretary',
    at: dispatchAt('n026'),
    width: 320,
    show: (it) => it.sees('一开空调就跳闸'),
  },
  {
    name: '07-dispatch-large',
    as: 'secretary',
    at: dispatchAt('n026'),
    mode: 'large',
    full: true,
    show: (it) => it.sees('一开空调就跳闸'),
  },
  {
    name: '07-dispatch-again',
    as: 'secretary',
    at: dispatchAt('n031'),
    full: true,
    show: (it) => it.sees('洗菜盆下面一直渗水'),
  },
  {
    name: '07-reject',
    as: 'secretary',
    at: dispatchAt('n026'),
    show: async (it) => {
      await it.sees('一开空调就跳闸')
      await it.page.getByText('不予受理').locator('visible=true').last().click()
      await it.page.locator('.sheet:visible').waitFor()
    },
  },
  {
    name: '07-dispatch-elder',
    as: 'secretary',
    at: dispatchAt('n026'),
    mode: 'elder',
    full: true,
    show: (it) => it.sees('一开空调就跳闸'),
  },
  {
    name: '07-merge',
    as: 'secretary',
    at: dispatchAt('n026'),
    show: async (it) => {
      await it.sees('一开空调就跳闸')
      await openSheet(it, it.control('button', /^并到另一单/))
    },
  },
  {
    name: '07-merge-sure',
    as: 'secretary',
    at: dispatchAt('n026'),
    show: async (it) => {
      await it.sees('一开空调就跳闸')
      await openSheet(it, it.control('button', /^并到另一单/))
      await it.page.locator('.sheet:visible .target').first().click()
      await it.sees('并到这一单一起办？')
    },
  },
  { name: '07-no-right', as: 'resident', at: dispatchAt('n026'), show: (it) => it.sees('派单') },
  { name: '07-unit', as: 'unit', show: desk() },
  {
    name: '12-event',
    as: 'gridWorker',
    at: '/grid/event/index',
    full: true,
    show: (it) => it.sees('是哪一类'),
  },
  {
    name: '12-event-errors-large-320',
    as: 'gridWorker',
    at: '/grid/event/index',
    mode: 'large',
    width: 320,
    full: true,
    show: (it) => it.tap('button', '上报，送研判'),
  },
  { name: '12-grid', as: 'gridWorker', full: true, show: desk() },
  { name: '12-household', as: 'household', show: desk() },
  { name: '05-work-resident', as: 'resident', show: (it) => it.tab('工作台') },
  { name: '05-work-guest', show: (it) => it.tab('工作台') },
  {
    name: '12-event-elder',
    as: 'gridWorker',
    at: '/grid/event/index',
    mode: 'elder',
    full: true,
    show: (it) => it.sees('是哪一类'),
  },
  {
    name: '12-event-grid',
    as: 'gridWorker',
    at: '/grid/event/index',
    show: async (it) => {
      await it.sees('是哪一类')
      await openSheet(it, it.page.getByText('改一下', { exact: true }).locator('visible=true').last())
    },
  },
  {
    name: '07-services',
    as: 'secretary',
    at: publishAt('service'),
    show: (it) => it.sees('修小家电、磨刀、配钥匙'),
  },
  {
    name: '07-services-elder',
    as: 'secretary',
    at: publishAt('service'),
    mode: 'elder',
    show: (it) => it.sees('修小家电、磨刀、配钥匙'),
  },
  { name: '07-resources', as: 'secretary', at: publishAt('resource'), show: (it) => it.sees('添一项资源') },
  {
    name: '07-service-edit',
    as: 'secretary',
    at: publishAt('service', 's01'),
    full: true,
    show: (it) => it.sees('改服务'),
  },
  {
    name: '07-service-changed',
    as: 'secretary',
    at: publishAt('service', 's01'),
    changes: true,
    full: true,
    show: async (it, scene) => {
      await it.sees('改服务')
      await it.page.locator('textarea:visible').first().fill('电风扇、电饭煲、电水壶都可以拿来，不收工钱。')
      await movesSession(scene)
      await it.page.evaluate(() => window.dispatchEvent(new Event('online')))
      await it.sees(/别人改过/)
    },
  },
  {
    name: '07-service-new',
    as: 'secretary',
    at: publishAt('service', 'new'),
    full: true,
    show: (it) => it.tap('button', '上架'),
  },
  {
    name: '07-resource-edit',
    as: 'secretary',
    at: publishAt('resource', 'r-01'),
    full: true,
    show: (it) => it.sees('改资源'),
  },
]

import type { Someone } from '../../browser/people'
import { openSheet, resourceAt, type Shot, serviceAt, unanswered } from '../shot'

const list = (name: '需求' | '资源' | '服务') => async (it: Someone) => {
  await it.tab('清单')
  await it.tap('tab', new RegExp(`^${name}清单`))
  await it.page.locator('.content .card:visible').first().waitFor()
}
const filtered = (name: '需求' | '服务', chip: string) => async (it: Someone) => {
  await list(name)(it)
  await openSheet(it, it.page.locator('.lists-filters .chip:visible', { hasText: chip }))
}
const found = (words: string) => async (it: Someone) => {
  await list('需求')(it)
  await it.tap('button', '搜索')
  await it.page.locator('.search input:visible').fill(words)
}

export const listShots: Shot[] = [
  { name: '02-needs', as: 'resident', full: true, show: list('需求') },
  { name: '02-needs-320', as: 'resident', width: 320, show: list('需求') },
  { name: '02-needs-430', as: 'resident', width: 430, height: 932, show: list('需求') },
  { name: '02-needs-large', as: 'resident', mode: 'large', show: list('需求') },
  { name: '02-needs-elder', as: 'elder', mode: 'elder', at: '/pages/lists/index' },
  { name: '02-resources', as: 'resident', full: true, show: list('资源') },
  { name: '02-services', as: 'resident', full: true, show: list('服务') },
  { name: '02-services-large', as: 'resident', mode: 'large', show: list('服务') },
  { name: '02-unreachable', before: unanswered, show: (it) => it.tab('清单') },
  {
    name: '02-needs-empty',
    show: async (it) => {
      await it.watch('东平镇', '沙坪村')
      await it.tab('清单')
      await it.sees(/没有/)
    },
  },
  {
    name: '02-search',
    as: 'resident',
    show: async (it) => {
      await found('灯')(it)
      await it.sees('湖边步道灯亮两晚又灭')
    },
  },
  {
    name: '02-search-nothing',
    as: 'resident',
    show: async (it) => {
      await found('修飞船')(it)
      await it.sees(/没找到/)
    },
  },
  { name: '02-search-elder', as: 'elder', mode: 'elder', at: '/community/search/index' },
  { name: '02-filter', as: 'resident', show: filtered('需求', '同社区') },
  { name: '02-filter-category', as: 'resident', show: filtered('需求', '类型') },
  { name: '02-filter-when', as: 'resident', show: filtered('服务', '时间') },
  { name: '02-service', as: 'resident', at: serviceAt('s01'), full: true, show: (it) => it.sees(/修小家电/) },
  { name: '02-resource', as: 'resident', at: resourceAt('r-01'), show: (it) => it.sees(/小会议室/) },
  {
    name: '02-resource-elder',
    as: 'elder',
    mode: 'elder',
    at: resourceAt('r-01'),
    show: (it) => it.sees(/小会议室/),
  },
  {
    name: '02-service-elder',
    as: 'elder',
    mode: 'elder',
    at: serviceAt('s01'),
    show: (it) => it.sees(/修小家电/),
  },
]

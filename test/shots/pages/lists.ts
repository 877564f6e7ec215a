import type { Someone } from '../../browser/people'
import { resourceAt, type Shot, serviceAt, unanswered } from '../shot'

const list = (name: '需求' | '资源' | '服务') => async (it: Someone) => {
  await it.tab('清单')
  await it.tap('tab', new RegExp(`^${name}清单`))
  await it.page.locator('.content .card:visible').first().waitFor()
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
  { name: '02-loading', before: unanswered, show: (it) => it.tab('清单') },
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
  {
    name: '02-filter',
    as: 'resident',
    show: async (it) => {
      await list('需求')(it)
      await it.page.locator('.lists-filters .chip:visible').first().click()
      await it.page.locator('.sheet:visible').waitFor()
    },
  },
  { name: '02-service', as: 'resident', at: serviceAt('s01'), full: true, show: (it) => it.sees(/修小家电/) },
  { name: '02-resource', as: 'resident', at: resourceAt('r-01'), show: (it) => it.sees(/小会议室/) },
  {
    name: '02-service-elder',
    as: 'elder',
    mode: 'elder',
    at: serviceAt('s01'),
    show: (it) => it.sees(/修小家电/),
  },
]

import { type Shot, unanswered } from '../shot'

const ready: Shot['show'] = (it) => it.sees('附近的需求')

export const homeShots: Shot[] = [
  { name: '01-home', as: 'resident', full: true, show: ready },
  { name: '01-home-member', as: 'member', show: ready },
  { name: '01-home-secretary', as: 'secretary', show: ready },
  { name: '01-home-320', as: 'resident', width: 320, full: true, show: ready },
  { name: '01-home-430', as: 'resident', width: 430, height: 932, show: ready },
  { name: '01-home-large', as: 'resident', mode: 'large', full: true, show: ready },
  { name: '01-home-large-320', as: 'resident', mode: 'large', width: 320, full: true, show: ready },
  { name: '01-home-guest', show: (it) => it.tab('首页') },
  { name: '01-home-guest-community', full: true, show: (it) => it.watch('东城镇', '燕山湖社区') },
  { name: '01-home-loading', before: unanswered, show: (it) => it.tab('首页') },
  {
    name: '01-home-offline',
    as: 'resident',
    show: async (it) => {
      await it.offline()
      await it.sees(/没有网络/)
    },
  },
  { name: '10-elder-home', as: 'elder', mode: 'elder', full: true },
  { name: '10-elder-home-guest', mode: 'elder', full: true },
  { name: '10-elder-home-320', as: 'elder', mode: 'elder', width: 320, full: true },
  { name: '00-areas', at: '/community/areas/index', show: (it) => it.sees(/东城镇/) },
]

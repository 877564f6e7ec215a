import { undrawable } from '../scenes'
import type { Shot } from '../shot'

const me: Shot['show'] = async (it) => {
  await it.tab('我的')
  await it.sees(/待发箱|退出登录/)
}

export const meShots: Shot[] = [
  { name: '09-me', as: 'resident', full: true, show: me },
  { name: '09-me-member', as: 'member', full: true, show: me },
  { name: '09-me-secretary', as: 'secretary', full: true, show: me },
  { name: '09-me-guest', show: me },
  { name: '09-me-320', as: 'member', width: 320, full: true, show: me },
  { name: '09-me-large', as: 'member', mode: 'large', full: true, show: me },
  { name: '09-me-elder', as: 'elder', mode: 'elder', full: true, show: me },
  {
    name: '09-records-elder',
    as: 'member',
    mode: 'elder',
    at: '/member/records/index',
    show: (it) => it.sees(/服务记录/),
  },
  { name: '09-my-needs', as: 'resident', at: '/member/needs/index', show: (it) => it.sees('我的点单') },
  {
    name: '09-my-needs-elder',
    as: 'elder',
    mode: 'elder',
    at: '/member/needs/index',
    full: true,
    show: (it) => it.sees('我的点单'),
  },
  {
    name: '09-my-matters-elder',
    as: 'elder',
    mode: 'elder',
    at: '/pages/work/index',
    full: true,
    show: (it) => it.sees('我的事'),
  },
  { name: '09-records', as: 'member', at: '/member/records/index', show: (it) => it.sees(/服务记录/) },
  {
    name: '09-me-undrawable',
    as: 'resident',
    before: undrawable('退出登录'),
    show: async (it) => {
      await it.tab('我的')
      await it.sees('这一页暂时显示不了')
    },
  },
  {
    name: '00-log-in-offline',
    before: ({ page }) => page.route('**/api/login/**', (route) => route.abort()),
    show: async (it) => {
      await it.tab('我的')
      await it.tap('button', /^登录$/)
      await it.sees(/暂时登录不了/)
    },
  },
  {
    name: '00-log-in',
    show: async (it) => {
      await it.tab('我的')
      await it.tap('button', /^登录$/)
      await it.sees('用这个')
    },
  },
]

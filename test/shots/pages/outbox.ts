import type { Someone } from '../../browser/people'
import { idOf, type Shot } from '../shot'
import { placedOffline } from './place'

const outbox = async (it: Someone) => {
  await it.open('/pages/outbox/index')
  await it.sees(/^(等网络|要您看一下|都送到了)/)
}

const claimedOffline = async (it: Someone) => {
  await it.tab('工作台')
  await it.tap('radio', '接单大厅')
  const card = await it.card('洗菜盆下面一直渗水')
  await it.offline()
  await it.control('button', /我来接/, card).click()
}

export const outboxShots: Shot[] = [
  {
    name: '11-outbox',
    as: 'resident',
    show: outbox,
  },
  {
    name: '11-outbox-waiting',
    as: 'resident',
    full: true,
    show: async (it) => {
      await outbox(it) // its code is there then
      await it.open('/pages/home/index')
      await placedOffline(it)
      await outbox(it)
    },
  },
  {
    name: '11-home-waiting',
    as: 'resident',
    show: async (it) => {
      await placedOffline(it)
      await it.open('/pages/home/index')
      await it.sees('待发送')
    },
  },
  { name: '05-claim-waiting', as: 'member', changes: true, show: claimedOffline },
  {
    name: '11-lost-race',
    as: 'member',
    changes: true,
    full: true,
    show: async (it, { other }) => {
      await claimedOffline(it)
      const plumber = await other('lam')
      await plumber.send('need.move', { needId: idOf('n031'), action: 'claim' })
      await it.online()
      await it.sees(/没送成|已被他人接单|接满/)
      await outbox(it)
    },
  },
]

import type { Someone } from '../../browser/people'
import { idOf, type Shot } from '../shot'
import { placedOffline } from './place'

const outbox = async (it: Someone) => {
  await it.open('/pages/outbox/index')
  await it.sees(/^(等网络|要您看一下|都送到了)/)
}

const waiting = async (it: Someone) => {
  await outbox(it) // its code is there then
  await it.open('/pages/home/index')
  await placedOffline(it)
  await outbox(it)
}

/** 长辈版 is chosen once something waits: what is ordered in it could be taken back for longer than a shot lasts. */
const waitingInElder = async (it: Someone) => {
  await it.tab('我的') // its code too
  await waiting(it)
  await it.open('/pages/me/index')
  await it.tap('switch', '长辈版')
  await outbox(it)
}

/** What the server answers from now on. */
const answering = async (it: Someone, status: number) => {
  await it.page.route('**/api/sync', (route) => route.fulfill({ status, json: {} }))
  await it.online()
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
  { name: '11-outbox-elder', as: 'elder', mode: 'elder', show: outbox },
  {
    name: '11-outbox-waiting',
    as: 'resident',
    full: true,
    show: waiting,
  },
  { name: '11-outbox-waiting-320', as: 'resident', width: 320, full: true, show: waiting },
  { name: '11-outbox-waiting-elder', as: 'resident', full: true, show: waitingInElder },
  { name: '11-outbox-waiting-large', as: 'resident', mode: 'large', full: true, show: waiting },
  {
    name: '11-outbox-too-old',
    as: 'resident',
    full: true,
    show: async (it) => {
      await waiting(it)
      await answering(it, 426)
      await it.sees('等更新')
    },
  },
  {
    name: '11-outbox-log-in',
    as: 'resident',
    width: 320,
    full: true,
    show: async (it) => {
      await waitingInElder(it)
      await answering(it, 401)
      await it.sees('等登录')
    },
  },
  {
    name: '11-outbox-full-phone',
    as: 'resident',
    mode: 'large',
    full: true,
    before: ({ page }) =>
      page.addInitScript(() => {
        const { setItem } = Storage.prototype
        Storage.prototype.setItem = function (key, text) {
          if (key.includes('/scope/')) throw new DOMException('full', 'QuotaExceededError')
          setItem.call(this, key, text)
        }
      }),
    show: async (it) => {
      await outbox(it)
      await it.open('/pages/lists/index')
      await it.control('tab', /清单/).waitFor()
      await outbox(it)
      await it.sees(/手机存不下/)
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

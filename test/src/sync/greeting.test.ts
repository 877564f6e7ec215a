/** @jest-environment node */

import { type LiveMessage, type LiveNews, PROTOCOL_VERSION } from 'domain/kernel/protocol'
import type { Platform, SocketHandlers } from '@/platform/port'
import { createLive } from '@/sync/live'
import { community } from '../../support/builders'
import { createVirtualTime, type VirtualTime } from '../../support/fakePlatform'
import type { TestCloud } from './fakeCloud'
import type { TestPhone } from './phone'
import { id, openNeed, resident, setScene } from './scene'

let time: VirtualTime
let cloud: TestCloud
let phone: TestPhone

async function open(...scene: Parameters<typeof setScene>) {
  ;({ time, cloud, phone } = await setScene(...scene))
}

test('[S7] [S8] what is told before the pull that the greeting asks for may be half of what happened', async () => {
  await open()
  const settled = cloud.requests.length
  cloud.lose(() => cloud.introduce(resident)) // one of two scopes
  cloud.fate({ replyAfterMs: 3000 })
  cloud.cutSockets()
  await time.pass(2500)
  expect([cloud.sockets(), cloud.requests.length]).toEqual([1, settled + 1])
  const said = phone.seen.length
  cloud.put(openNeed(1))
  await time.pass(100)
  expect([phone.seen.length, phone.need(id(1))]).toEqual([said, undefined])
  await time.pass(5000)
  expect(phone.need(id(1))).toBeDefined()
})

test('[S7] [S8] a pull that was asked for before the greeting is not the one', async () => {
  await open()
  cloud.fate({ replyAfterMs: 3000 }, { replyAfterMs: 3000 })
  void phone.sync.refresh()
  cloud.cutSockets()
  await time.pass(4000)
  cloud.put(openNeed(1))
  await time.pass(100)
  expect(phone.need(id(1))).toBeUndefined()
  await time.pass(5000)
  expect(phone.need(id(1))).toBeDefined()
})

test('[S7] [S8] nothing is heard before the greeting', () => {
  const heard: LiveNews[][] = []
  let said: SocketHandlers | undefined
  const socket = { send: () => {}, close: () => {} }
  const connect: Platform['connect'] = (_, handlers) => {
    said = handlers
    return socket
  }
  const live = createLive({
    platform: { connect, clock: createVirtualTime() },
    wanted: () => true,
    hello: () => ({ type: 'hello', protocol: PROTOCOL_VERSION }),
    onReady: () => {},
    onNews: (news) => heard.push(news),
    onRefused: () => {},
    onSilence: () => {},
    jitter: (ms) => ms,
  })
  const say = (message: LiveMessage) => said?.onMessage(JSON.stringify(message))
  live.open()
  say({ type: 'news', news: [{ type: 'hint', scope: community, number: 1 }] })
  say({ type: 'ready', scopes: [community] })
  say({ type: 'news', news: [{ type: 'hint', scope: community, number: 2 }] })
  expect(heard).toEqual([[{ type: 'hint', scope: community, number: 2 }]])
  live.close()
})

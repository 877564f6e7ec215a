/** @jest-environment node */
import { type HttpRequest, NetworkFailure, type SocketHandlers } from '@/platform/port'
import { createFakePlatform, createVirtualTime, type FakeCloud } from '../../support/fakePlatform'
import { describePlatform, type Rig, type Serving } from './contract'

async function setUp(): Promise<Rig> {
  const time = createVirtualTime()
  let how: Serving = 'down'
  let last: HttpRequest | undefined
  let takes = false
  const taken: SocketHandlers[] = []
  const cloud: FakeCloud = {
    accept(handlers) {
      if (!takes) return undefined
      taken.push(handlers)
      return {
        hear: (text) => void time.after(1, () => handlers.onMessage(text)),
        gone: () => {},
      }
    },
    async answer(request) {
      last = request
      if (how === 'down') throw new NetworkFailure('unreachable')
      if (how === 'hang') return new Promise(() => {})
      return how
    },
  }
  const phone = createFakePlatform({ time, cloud })
  return {
    platform: phone.platform,
    serve: (next) => {
      how = next
    },
    received: () => ({
      method: last?.method ?? '',
      path: last?.path ?? '',
      authorization: last?.token && `Bearer ${last.token}`,
      body: last?.body,
    }),
    takeSockets: (take) => {
      takes = take
    },
    cutSockets() {
      for (const handlers of taken.splice(0)) handlers.onClose()
    },
    setOnline: phone.setOnline,
    setVisible: phone.setVisible,
    fillUp: () => phone.setRoom(phone.used()),
    async openWindow() {
      const { platform, kill } = createFakePlatform({ time, cloud, browser: phone.browser })
      return { platform, close: kill }
    },
    pass: time.pass,
  }
}

describePlatform('the fake phone', setUp, true)

/** @jest-environment node */
import { type HttpRequest, NetworkFailure, type SocketHandlers } from '@/platform/port'
import { createFakePlatform, createVirtualTime } from '../../support/fakePlatform'
import { describePlatform, type Serving } from './contract'

describePlatform('the fake phone', async () => {
  const time = createVirtualTime()
  let how: Serving = 'down'
  let last: HttpRequest | undefined
  let takes = false
  const taken: SocketHandlers[] = []
  const phone = createFakePlatform({
    time,
    cloud: {
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
    },
  })
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
    pass: time.pass,
  }
})

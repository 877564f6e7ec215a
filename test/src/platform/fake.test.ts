/** @jest-environment node */
import { type HttpRequest, NetworkFailure } from '@/platform/port'
import { createFakePlatform, createVirtualTime } from '../../support/fakePlatform'
import { describePlatform, type Serving } from './contract'

describePlatform('the fake phone', async () => {
  const time = createVirtualTime()
  let how: Serving = 'down'
  let last: HttpRequest | undefined
  const phone = createFakePlatform({
    time,
    cloud: {
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
    setOnline: phone.setOnline,
    setVisible: phone.setVisible,
    fillUp: () => phone.setRoom(phone.used()),
    pass: time.pass,
  }
})

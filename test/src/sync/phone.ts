import type { CommandArgs } from 'domain/commands'
import type { Actor } from 'domain/kernel/actor'
import { community, idOf } from '../../support/builders'
import { createFakePlatform, type FakePhone, type VirtualTime } from '../../support/fakePlatform'
import { createApp } from './app'
import type { TestCloud } from './fakeCloud'

interface PhoneOptions {
  /** What an earlier run left. */
  disk?: Map<string, string>
  /** One window more of the same browser. */
  browser?: FakePhone['browser']
  room?: number
  clockErrorMs?: number
  seed?: number
  troubles?: unknown[]
}

/** One app on one fake phone. */
export function createPhone(
  time: VirtualTime,
  { cloud }: Pick<TestCloud, 'cloud'>,
  { seed = 1, troubles = [], ...options }: PhoneOptions = {},
) {
  const fake = createFakePlatform({ time, cloud, seed, ...options })
  const app = createApp(fake.platform, troubles)
  return {
    ...fake,
    ...app,
    place: (n: number, more: Partial<CommandArgs<'need.place'>> = {}) =>
      app.send('need.place', toPlace(n, more)),
    logIn({ id, displayName }: Actor) {
      app.sync.logIn(id, { id, displayName })
    },
    /** The app is killed, and opened again. */
    restart(more: Pick<PhoneOptions, 'clockErrorMs'> = {}) {
      fake.kill()
      const again = createPhone(time, { cloud }, { browser: fake.browser, seed: seed + 1, troubles, ...more })
      again.sync.start()
      return again
    },
  }
}
export type TestPhone = ReturnType<typeof createPhone>

export const toPlace = (
  n: number,
  more: Partial<CommandArgs<'need.place'>> = {},
): CommandArgs<'need.place'> => ({
  id: idOf('n', n),
  kind: 'help',
  categoryCode: 'help-power',
  communityCode: community,
  gridCode: `${community}001`,
  words: `客厅灯不亮了，第${n}次`,
  answers: { what: '灯不亮', smell: false },
  urgency: 'normal',
  consent: true,
  ...more,
})

/** @jest-environment node */
import { createVirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import { dice, FATES } from './dice'
import { createFakeCloud, type Fate } from './fakeCloud'
import { type TestPhone, toPlace } from './phone'
import { newPhone, resident, rival } from './scene'

const people = [resident, rival]

test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
  '[S1] [S2] [S3] [S5] [S13] whatever two windows do, everything ends once and both show what is (seed %i)',
  async (seed) => {
    const roll = dice(seed)
    const time = createVirtualTime()
    const cloud = createFakeCloud(time, people)
    cloud.settings.pageRows = 2 + roll(20)
    cloud.settings.patches = roll(3) > 0
    cloud.settings.beats = true
    for (const person of people) cloud.introduce(person)
    let made = 0
    const open = (browser?: TestPhone['browser']) => {
      const window = newPhone(time, cloud, { seed: seed * 1000 + ++made, ...(browser ? { browser } : {}) })
      window.sync.start()
      return window
    }
    const browsers = people.map((person) => {
      const first = open()
      first.logIn(person)
      return [first, open(first.browser)]
    })
    const sent = new Set<string>()
    const takenBack = new Set<string>()

    for (let step = 1; step <= 100; step++) {
      const windows = browsers[roll(browsers.length)] as TestPhone[]
      const n = roll(windows.length)
      const window = windows[n] as TestPhone
      const what = roll(12)
      if (what < 3) sent.add(window.place(step))
      else if (what === 3) {
        const kept = window.sync.send('need.place', toPlace(step), { holdMs: 1 + roll(10_000) })
        if (kept.ok) sent.add(kept.commandId)
      } else if (what === 4) {
        const { command } = window.status().entries.at(-1) ?? {}
        if (command && window.sync.takeBack(command.id)) takenBack.add(command.id)
      } else if (what === 5) for (const each of windows) each.setOnline(roll(2) === 0)
      else if (what === 6) {
        window.kill()
        windows[n] = open(window.browser)
      } else if (what === 7) cloud.fate(FATES[roll(FATES.length)] as Fate)
      else if (what === 8) window.setVisible(roll(2) === 0)
      else await time.pass(roll(8000))
    }
    cloud.calm()
    for (const window of browsers.flat()) {
      window.setVisible(true)
      window.setOnline(true)
    }
    await time.pass(400_000)

    expect(cloud.requests.flatMap(({ body }) => body.differed ?? [])).toEqual([])
    const events = [...cloud.needs.values()].flatMap((each) => each.events.map((event) => event.id))
    expect(new Set(events).size).toBe(events.length)
    expect(new Set([...sent].filter((commandId) => !events.includes(commandId)))).toEqual(takenBack)
    for (const windows of browsers) {
      const fresh = windows[0]?.restart() as TestPhone
      await time.pass(10_000)
      for (const window of [fresh, windows[1] as TestPhone]) {
        expect(window.status()).toMatchObject({ state: 'idle', entries: [], refusals: [] })
        expect(keptEntries(window)).toEqual([])
        const needs = [...window.rows()].filter(([key]) => key.startsWith('need/'))
        expect(new Set(needs.map(([key]) => key))).toEqual(cloud.heldBy(window.status().person?.id ?? ''))
        expect(needs.filter(([, view]) => 'local' in view && view.local)).toEqual([])
      }
    }
  },
)

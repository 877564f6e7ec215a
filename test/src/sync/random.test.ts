/** @jest-environment node */
import type { Actor } from 'domain/kernel/actor'
import { actionsFor } from 'domain/need/workflow'
import { toPool } from '../../support/builders'
import { createVirtualTime } from '../../support/fakePlatform'
import { keptEntries } from './app'
import { dice, FATES } from './dice'
import { createFakeCloud, type Fate } from './fakeCloud'
import { type TestPhone, toPlace } from './phone'
import { member, newPhone, resident, rival, secretary } from './scene'

const people = [resident, member, rival, secretary]

/** What one does next with a need, where there is anything to do. */
function someMove(roll: (sides: number) => number, phone: TestPhone, actor: Actor) {
  const views = [...phone.rows().keys()].filter((key) => key.startsWith('need/'))
  const view = views.length > 0 ? phone.need(views[roll(views.length)]?.slice(5) ?? '') : undefined
  if (!view) return
  const actions = actionsFor(view.need, actor, phone.sync.now())
  const action = actions[roll(actions.length)]
  const [needId, note] = [view.need.id, '随便']
  if (action === 'dispatch') phone.move({ needId, action, offer: toPool, note })
  else if (action === 'rate') phone.move({ needId, action, score: 3 })
  else if (action && action !== 'merge' && action !== 'resize') phone.move({ needId, action, note } as never)
}

test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
  '[S1] [S2] [S3] [S4] [S5] [S7] [S11] whatever happens, everything ends once and every screen shows what is (seed %i)',
  async (seed) => {
    const roll = dice(seed)
    const time = createVirtualTime()
    const cloud = createFakeCloud(time, people)
    cloud.settings.pageRows = 2 + roll(20)
    cloud.settings.patches = roll(3) > 0
    cloud.settings.beats = seed % 2 === 0
    for (const person of people) cloud.introduce(person)
    const phones = people.map((person, n) => {
      const phone = newPhone(time, cloud, { seed: seed * 1000 + n * 100 })
      phone.sync.start()
      phone.logIn(person)
      return phone
    })
    const sent = new Set<string>()
    const takenBack = new Set<string>()
    const note = (phone: TestPhone) => {
      for (const { command } of phone.status().entries) sent.add(command.id)
    }

    for (let step = 1; step <= 120; step++) {
      const n = roll(phones.length)
      const phone = phones[n] as TestPhone
      const what = roll(14)
      if (what < 2) phone.place(step)
      else if (what === 12) phone.sync.send('need.place', toPlace(step), { holdMs: 1 + roll(10_000) })
      else if (what === 13) {
        const { command } = phone.status().entries.at(-1) ?? {}
        if (command && phone.sync.takeBack(command.id)) takenBack.add(command.id)
      } else if (what < 5) someMove(roll, phone, people[n] as Actor)
      else if (what === 5) phone.setOnline(roll(2) === 0)
      else if (what === 6) phones[n] = phone.restart()
      else if (what === 7) cloud.fate(FATES[roll(FATES.length)] as Fate)
      else if (what === 8) cloud.cutSockets()
      else if (what === 9) phone.setVisible(roll(2) === 0)
      else await time.pass(roll(8000))
      note(phones[n] as TestPhone)
    }
    cloud.calm()
    for (const phone of phones) {
      phone.setVisible(true)
      phone.setOnline(true)
    }
    await time.pass(400_000)

    expect(cloud.requests.flatMap(({ body }) => body.differed ?? [])).toEqual([]) // [S11]
    const events = [...cloud.needs.values()].flatMap((each) => each.events.map((event) => event.id))
    expect(new Set(events).size).toBe(events.length)
    const ended = new Set([
      ...events,
      ...phones.flatMap((phone) => phone.status().refusals.map(({ command }) => command.id)),
    ])
    expect(new Set([...sent].filter((commandId) => !ended.has(commandId)))).toEqual(takenBack)

    for (const phone of phones) {
      expect(phone.status()).toMatchObject({ state: 'idle', entries: [], doubts: {} })
      expect(keptEntries(phone)).toHaveLength(phone.status().refusals.length)
      const shown = [...phone.rows()].filter(([key]) => key.startsWith('need/'))
      const there = cloud.heldBy(phone.status().person?.id ?? '')
      expect(new Map(shown.map(([key]) => [key, phone.need(key.slice(5))?.need.version]))).toEqual(
        new Map([...there].map((key) => [key, cloud.needs.get(key.slice(5))?.need.version])),
      )
    }
  },
)

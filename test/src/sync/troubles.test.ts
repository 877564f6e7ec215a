/** @jest-environment node */
import { createTroubles } from '@/sync/troubles'
import { id, openNeed, setScene } from './scene'

const told = ({ requests }: Awaited<ReturnType<typeof setScene>>['cloud']) =>
  requests.flatMap(({ body }) => body.troubles ?? [])

function aDisk() {
  const kept = new Map<string, string>()
  return {
    get: (key: string) => kept.get(key),
    set: (key: string, text: string) => void kept.set(key, text),
    remove: (key: string) => void kept.delete(key),
    keys: () => [...kept.keys()],
  }
}

test('[S17] trouble is told once by the next round trip, after a lost one and a restart too', async () => {
  const { time, cloud, phone } = await setScene()
  phone.sync.tell(new TypeError('x is not a function'), 'home/nearby')
  phone.sync.tell(new TypeError('x is not a function'), 'home/nearby')
  expect(told(cloud)).toEqual([])
  cloud.fate('lostRequest')
  await phone.sync.refresh()
  await time.pass(10_000)
  const once = { build: '', place: 'home/nearby', message: 'TypeError: x is not a function' }
  expect(told(cloud)).toEqual([once, once]) // lost, and heard
  const again = phone.restart()
  again.sync.tell(new TypeError('x is not a function'), 'home/nearby')
  await again.sync.refresh()
  expect(told(cloud)).toHaveLength(2)
  phone.troubles.splice(0)
})

test('[S17] a row that cannot be shown is told without its id', async () => {
  const { cloud, phone } = await setScene()
  phone.sync.hold('need', [{ id: id(1), row: null }])
  phone.sync.hold('need', [{ id: id(2), row: { full: openNeed(2), events: [] } }])
  phone.sync.hold('need', [{ id: id(3), row: 3 }])
  await phone.sync.refresh()
  expect(told(cloud)).toEqual([
    { build: '', place: 'need/#', message: 'TypeError: no need can be read in its row' },
  ])
  phone.troubles.splice(0)
})

test.each([
  [
    `Unexpected token '李', "李大文 13800138000" is not valid JSON`,
    `Unexpected token …, … is not valid JSON`,
  ],
  [
    `Cannot read properties of undefined (reading 'length')`,
    `Cannot read properties of undefined (reading 'length')`,
  ],
  ['wechat xiaochen_88, chen88@qq.com, 粤Q·A1234', 'wechat #, #@qq.com, …Q…#'],
  [`need ${id(1)} of 441704100003`, 'need # of #'],
])('[S17] of «%s» only the words of the program are told', (message, plain) => {
  const troubles = createTroubles(aDisk(), '1.0.0')
  troubles.note(message, 'home')
  expect(troubles.untold()).toEqual([{ build: '1.0.0', place: 'home', message: plain }])
})

test('[S17] a build tells of twenty and no more, and the next one begins anew', () => {
  const disk = aDisk()
  const troubles = createTroubles(disk, '1')
  for (let n = 0; n < 30; n++) troubles.note(`went wrong ${'x'.repeat(n)}`, 'home')
  expect(troubles.untold()).toHaveLength(20)
  expect(createTroubles(disk, '1').untold()).toHaveLength(20)
  expect(createTroubles(disk, '2').untold()).toEqual([])
})

import { StorageFull } from '@/platform/port'
import { setElder, startPreferences, usePreferences } from '@/store/preferences'

let disk: Map<string, string>
let full: boolean
const storage = {
  get: (key: string) => disk.get(key),
  set(key: string, text: string) {
    if (full) throw new StorageFull()
    disk.set(key, text)
  },
}
const now = () => usePreferences.getState()

/** The app is opened again. */
function start(systemScale = 1) {
  usePreferences.setState({ elder: false, textScale: 1 })
  startPreferences(storage, systemScale)
}

beforeEach(() => {
  disk = new Map()
  full = false
})

test.each([
  [1, false],
  [1.2, false],
  [1.25, true],
  [1.5, true],
])('at the first start of a phone set to %s × 长辈版 is %s', (scale, elder) => {
  start(scale)
  expect(now().elder).toBe(elder)
})

test('who left it stays out, however large the phone shows text', () => {
  start(1.5)
  setElder(false)
  start(1.5)
  expect(now().elder).toBe(false)
})

test('who chose it finds it again', () => {
  start()
  setElder(true)
  start()
  expect(now().elder).toBe(true)
})

test('a phone that is set larger later surprises nobody', () => {
  start()
  start(1.5)
  expect(now()).toEqual({ elder: false, textScale: 1.35 })
})

test.each([
  [0.8, 1],
  [1.1, 1.1],
  [2, 1.35],
])('text follows the phone between 1 and 1.35: %s is %s', (scale, shown) => {
  start(scale)
  expect(now().textScale).toBe(shown)
})

test('on a full phone it holds as long as the app is open', () => {
  start()
  full = true
  setElder(true)
  expect(now().elder).toBe(true)
})

test('a torn value is a first start', () => {
  disk.set('xf/preferences', 'eld')
  start(1.3)
  expect(now().elder).toBe(true)
})

import { StorageFull } from '@/platform/port'
import {
  beginPlaceDraft,
  clearForm,
  clearPlaceDraft,
  draftsOf,
  keepDraftsIn,
  rememberOwn,
  useDrafts,
  writeEventDraft,
  writeForm,
  writePlaceDraft,
} from '@/store/drafts'

let disk: Map<string, string>
let full: boolean
const storage = {
  get: (key: string) => disk.get(key),
  set(key: string, text: string) {
    if (full) throw new StorageFull()
    disk.set(key, text)
  },
  remove: (key: string) => void disk.delete(key),
}
const draft = () => useDrafts.getState().place

/** The app is opened again, by this person. */
function restart(personId?: string) {
  useDrafts.setState({ place: {}, event: {}, own: {}, forms: {}, aside: [] })
  keepDraftsIn(storage)
  draftsOf(personId)
}

beforeEach(() => {
  disk = new Map()
  full = false
  restart()
})

test('what was written is there at the next start, to the last keystroke', () => {
  for (const words of ['客', '客厅', '客厅灯不亮了']) writePlaceDraft({ words })
  writePlaceDraft({ urgency: 'high' })
  writeEventDraft({ spot: '三巷口' })
  restart()
  expect(draft()).toEqual({ words: '客厅灯不亮了', urgency: 'high' })
  expect(useDrafts.getState().event).toEqual({ spot: '三巷口' })
})

test('what was cleared is not', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  clearPlaceDraft()
  restart()
  expect(draft()).toEqual({})
  expect([...disk]).toEqual([])
})

test('a form of the desk waits under its own name, for who wrote it', () => {
  draftsOf('sec')
  writeForm('service/new', { title: '磨刀' })
  writeForm('resource/new', { title: '轮椅' })
  clearForm('resource/new')
  draftsOf(undefined)
  expect(useDrafts.getState().forms).toEqual({})
  restart('sec')
  expect(useDrafts.getState().forms).toEqual({ 'service/new': { title: '磨刀' } })
})

test('what a guest has written goes on when they log in, and is nobody else’s after that', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  draftsOf('li')
  expect(draft().words).toBe('客厅灯不亮了')
  draftsOf(undefined)
  expect(draft()).toEqual({})
  draftsOf('chen')
  expect(draft()).toEqual({})
})

test('it waits for who has logged out, also over a restart', () => {
  draftsOf('li')
  writePlaceDraft({ words: '客厅灯不亮了' })
  rememberOwn({ contact: { phone: '13800138000' } })
  draftsOf(undefined)
  expect(useDrafts.getState()).toMatchObject({ place: {}, own: {} })
  restart('li')
  expect(useDrafts.getState()).toMatchObject({
    place: { words: '客厅灯不亮了' },
    own: { contact: { phone: '13800138000' } },
  })
})

test('how a guest is reached is not asked again of who logs in, unless they said it before', () => {
  const own = (phone: string) => ({ contact: { phone } })
  rememberOwn(own('13800138000'))
  draftsOf('li')
  expect(useDrafts.getState().own).toEqual(own('13800138000'))
  draftsOf(undefined)
  rememberOwn(own('13900139000'))
  draftsOf('li')
  expect(useDrafts.getState().own).toEqual(own('13800138000'))
})

test('five are put aside at most, the newest', () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) beginPlaceDraft({ words: `第${n}件` })
  expect(useDrafts.getState().aside.map(({ words }) => words)).toEqual([
    '第6件',
    '第5件',
    '第4件',
    '第3件',
    '第2件',
  ])
})

test('another order comes in front of what is being written, which comes back once that one was sent', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  beginPlaceDraft({ words: '水管漏了' })
  expect(draft()).toEqual({ words: '水管漏了' })
  restart()
  clearPlaceDraft()
  expect(draft()).toEqual({ words: '客厅灯不亮了' })
  clearPlaceDraft()
  expect(draft()).toEqual({})
})

test('a guest’s order comes in front of what that person had left', () => {
  draftsOf('li')
  writePlaceDraft({ words: '客厅灯不亮了' })
  draftsOf(undefined)
  writePlaceDraft({ words: '水管漏了' })
  draftsOf('li')
  expect(draft().words).toBe('水管漏了')
  clearPlaceDraft()
  expect(draft().words).toBe('客厅灯不亮了')
})

test('a form with nothing on it is not put aside', () => {
  writePlaceDraft({ kind: 'wish' })
  beginPlaceDraft({ words: '水管漏了' })
  clearPlaceDraft()
  expect(draft()).toEqual({})
})

test.each(['{"place":{"words":"客厅', 'null', '"客厅"', '7'])('a draft that reads %s is let go', (torn) => {
  disk.set('xf/draft', torn)
  restart()
  expect(draft()).toEqual({})
  writePlaceDraft({ words: '客厅灯不亮了' })
  expect(draft().words).toBe('客厅灯不亮了')
})

test('on a full phone one can go on writing', () => {
  full = true
  writePlaceDraft({ words: '客厅灯不亮了' })
  expect(draft().words).toBe('客厅灯不亮了')
  clearPlaceDraft()
  expect(draft()).toEqual({})
})

test('any other mistake is not hidden', () => {
  keepDraftsIn({
    ...storage,
    set: () => {
      throw new TypeError('ours')
    },
  })
  expect(() => writePlaceDraft({ words: '客厅' })).toThrow(TypeError)
})

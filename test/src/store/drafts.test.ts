import { StorageFull } from '@/platform/port'
import { clearPlaceDraft, keepDraftsIn, useDrafts, writePlaceDraft } from '@/store/drafts'

let disk: string | undefined
let full: boolean
const keeper = {
  load: () => disk,
  save(text: string | undefined) {
    if (full) throw new StorageFull()
    disk = text
  },
}
const draft = () => useDrafts.getState().place

/** The app is opened again. */
function restart() {
  useDrafts.setState({ place: {} })
  keepDraftsIn(keeper)
}

beforeEach(() => {
  disk = undefined
  full = false
  restart()
})

test('what was written is there at the next start', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  writePlaceDraft({ urgency: 'high' })
  restart()
  expect(draft()).toEqual({ words: '客厅灯不亮了', urgency: 'high' })
})

test('what was cleared is not', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  clearPlaceDraft()
  restart()
  expect(draft()).toEqual({})
  expect(disk).toBeUndefined()
})

test.each(['{"words":"客厅', 'null', '"客厅"', '7'])('a draft that reads %s is let go', (torn) => {
  disk = torn
  restart()
  expect(draft()).toEqual({})
  expect(disk).toBeUndefined()
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
    load: () => undefined,
    save: () => {
      throw new TypeError('ours')
    },
  })
  expect(() => writePlaceDraft({ words: '客厅' })).toThrow(TypeError)
})

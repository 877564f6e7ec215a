import { StorageFull } from '@/platform/port'
import {
  beginPlaceDraft,
  clearForm,
  clearPlaceDraft,
  draftsOf,
  dropSentDrafts,
  keepDraftsIn,
  rememberOwn,
  useDrafts,
  writeEventDraft,
  writeForm,
  writePlaceDraft,
} from '@/store/drafts'

let disk: Map<string, string>
let full: boolean
let made = 0
const randomBytes = (length: number) => new Uint8Array(length).fill(++made)
const storage = {
  get: (key: string) => disk.get(key),
  set(key: string, text: string) {
    if (full) throw new StorageFull()
    disk.set(key, text)
  },
  remove: (key: string) => void disk.delete(key),
}
/** Without the id that it will be sent by. */
const unnamed = <Draft extends { id?: string | undefined }>({ id: _, ...draft }: Draft) => draft
const draft = () => unnamed(useDrafts.getState().place)

/** The app is opened again, by this person. */
function restart(personId?: string) {
  useDrafts.setState({ place: {}, event: {}, own: {}, forms: {}, formIds: {}, aside: [] })
  keepDraftsIn(storage, { randomBytes })
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
  expect(unnamed(useDrafts.getState().event)).toEqual({ spot: '三巷口' })
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

describe('a draft becomes one command, however often it is sent', () => {
  const idOf = () => useDrafts.getState().place.id

  test('its id is there from the first letter on, over a restart, and another draft has another', () => {
    writePlaceDraft({ words: '客厅' })
    const id = idOf()
    expect(id).toBeTruthy()
    writePlaceDraft({ words: '客厅灯不亮了' })
    restart()
    expect(idOf()).toBe(id)
    clearPlaceDraft(id)
    writePlaceDraft({ words: '水管漏了' })
    expect(idOf()).not.toBe(id)
  })

  test('the app was killed after it was sent and before it was cleared: it does not come back', () => {
    draftsOf('sec')
    writePlaceDraft({ words: '客厅灯不亮了' })
    writeEventDraft({ spot: '三巷口', communityCode: '441704100003' })
    writeForm('resource/new', { title: '轮椅' })
    const { place, event, formIds } = useDrafts.getState()
    const sent = [place.id, event.id, ...Object.values(formIds)]
    beginPlaceDraft({ words: '水管漏了' })
    restart('sec')
    dropSentDrafts((id) => sent.includes(id))
    const left = useDrafts.getState()
    expect([left.place.words, left.aside, left.forms, left.formIds]).toEqual(['水管漏了', [], {}, {}])
    expect(unnamed(left.event)).toEqual({ communityCode: '441704100003', gridCode: undefined })
  })

  test('clearing one that has gone already takes no other along', () => {
    writePlaceDraft({ words: '水管漏了' })
    const first = idOf()
    beginPlaceDraft({ words: '客厅灯不亮了' })
    const second = idOf()
    dropSentDrafts((id) => id === second)
    clearPlaceDraft(second)
    expect(idOf()).toBe(first)
  })
})

describe('two windows', () => {
  let stored: (key: string) => void
  const open = () =>
    keepDraftsIn(storage, {
      windows: {
        onStored(listener) {
          stored = listener
          return () => {}
        },
      },
    })

  test('what one has written or sent stands in the other as well, which does not bring it back', () => {
    open()
    draftsOf('li')
    writePlaceDraft({ words: '客厅灯不亮了' })
    disk.set('xf/li/draft', JSON.stringify({ place: { words: '客厅灯修好了' } }))
    stored('xf/li/draft')
    expect(draft()).toEqual({ words: '客厅灯修好了' })
    disk.delete('xf/li/draft')
    stored('xf/li/draft')
    expect(draft()).toEqual({})
    writeEventDraft({ spot: '三巷口' })
    expect(disk.get('xf/li/draft')).not.toContain('客厅')
  })

  test('nobody reads another’s', () => {
    open()
    draftsOf('li')
    disk.set('xf/chen/draft', JSON.stringify({ place: { words: '别人的' } }))
    stored('xf/chen/draft')
    expect(draft()).toEqual({})
  })

  test('both log in with what a guest wrote: it stands there once', () => {
    writePlaceDraft({ words: '客厅灯不亮了' })
    const guest = { ...useDrafts.getState() }
    draftsOf('li')
    useDrafts.setState({ ...guest }) // the second window, which has the guest's in memory
    disk.set('xf/draft', JSON.stringify({ place: guest.place }))
    const theirs = disk.get('xf/li/draft') ?? ''
    keepDraftsIn(storage)
    disk.set('xf/li/draft', theirs)
    draftsOf('li')
    expect(useDrafts.getState().aside).toEqual([])
    expect(draft()).toEqual({ words: '客厅灯不亮了' })
  })
})

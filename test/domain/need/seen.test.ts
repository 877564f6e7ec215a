import type { NeedAction } from 'domain/need/moves'
import type { NeedEvent } from 'domain/need/need'
import { NEED_ACTIONS, TRANSITIONS } from 'domain/need/transitions'
import { surprises } from 'domain/need/workflow'
import { aMember, aNeed, idOf, noon } from '../../support/builders'

const needId = aNeed().id
const happened = (...actions: (NeedAction | 'place')[]): NeedEvent[] =>
  actions.map((action, index) => ({
    id: idOf('e', index + 1),
    needId,
    action,
    byId: aMember().id,
    byName: '陈师傅',
    at: noon,
  }))
const came = (action: NeedAction, version: number, events: NeedEvent[], own: string[] = []) =>
  surprises({ action, seen: { version, own } }, events).map((event) => event.action)

test.each<[NeedAction, NeedAction[]]>([
  ['dispatch', ['dispatch', 'claim', 'start', 'reopen', 'decline', 'release', 'resize']],
  ['resize', ['dispatch', 'claim', 'start', 'reopen', 'decline', 'release', 'resize']],
  ['reject', ['dispatch', 'claim', 'start', 'reopen', 'absorb']],
  ['merge', ['dispatch', 'claim', 'start', 'reopen']],
  ['withdraw', ['claim', 'start']],
  ['decline', ['dispatch']],
  ['rate', ['reopen']],
  ['reopen', ['reopen', 'rate']],
  ['followUp', ['rate', 'reopen', 'followUp']],
])('%s heeds what it would take from others or undo unseen', (action, heeded) => {
  const found = NEED_ACTIONS.filter((each) => came(action, 1, happened('place', each)).length > 0)
  expect(found.sort()).toEqual([...heeded].sort())
})

test('[S16] nothing heeds words and reminders, and what guards itself by its status heeds nothing', () => {
  const harmless = happened('place', 'add', 'urge', 'escalate')
  for (const action of NEED_ACTIONS) expect(came(action, 1, harmless)).toEqual([])
  const rest = NEED_ACTIONS.filter((action) => !('heeds' in TRANSITIONS[action]))
  expect(rest).toEqual([
    'claim',
    'start',
    'release',
    'finish',
    'absorb',
    'reschedule',
    'add',
    'urge',
    'escalate',
    'whistle',
    'close',
  ])
})

test('[S16] what stood on the screen, and what its phone had done itself before, is no surprise', () => {
  const events = happened('place', 'dispatch', 'claim')
  expect(came('dispatch', 3, events)).toEqual([])
  expect(came('dispatch', 1, events, [idOf('e', 2)])).toEqual(['claim'])
  expect(came('dispatch', 1, events, [idOf('e', 2), idOf('e', 3)])).toEqual([])
  expect(surprises({ action: 'dispatch' }, events)).toEqual([]) // of an older build
})

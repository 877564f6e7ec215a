import { localInstant } from 'domain/kernel/time'
import { type Match, matchOf } from 'domain/need/matching'
import type { Need } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import { heldText } from '@/need/view/actions'
import { freeText, halfDayText, nearText, reasonsForDispatcher, reasonsForHelper } from '@/need/view/matching'
import { aMember, aNeed, community, elsewhere, idOf, noon, toPool } from '../../../support/builders'

// `noon` is a Wednesday.
const hours = (weekday: number, from: string, to: string) => [{ weekday, from, to }]
const aHelper = (more: Partial<Person> = {}): Person => ({
  ...aMember(),
  skills: ['electric'],
  availability: hours(3, '09:00', '17:00'),
  capacity: 3,
  ...more,
})
const match = (need: Partial<Need>, helper: Partial<Person>, carrying: number) =>
  matchOf(aNeed(need), aHelper(helper), carrying, noon) as Match

const said = (need: Partial<Need> = {}, helper: Partial<Person> = {}, carrying = 0) => {
  const found = match(need, helper, carrying)
  const words = (reasons: { text: string; mind?: boolean }[]) =>
    reasons.map(({ text, mind }) => (mind ? `! ${text}` : text))
  return { you: words(reasonsForHelper(found, noon)), they: words(reasonsForDispatcher(found, noon)) }
}

test('to a helper and to a dispatcher the same is said, each in their words', () => {
  expect(said({}, {}, 1)).toEqual({
    you: ['正好是您会的：电工', '就在您的网格', '您现在有空，手上只有 1 单'],
    they: ['电工', '同一网格', '现在有空，手上 1 单'],
  })
})

test.each<[string, Partial<Need>, Partial<Person>, number, string, string]>([
  [
    'in the time asked for',
    {
      whenSpan: {
        from: localInstant('2026-03-21', '13:00'),
        to: localInstant('2026-03-21', '18:00'),
      },
    },
    { availability: hours(6, '09:00', '21:00') },
    0,
    '您周六下午登记了有空，手上没有单',
    '周六下午有空，手上没有单',
  ],
  [
    'too late for an urgent one',
    { urgency: 'high' },
    { availability: hours(3, '19:00', '21:00') },
    0,
    '! 您今天晚上才有空，这一单比较急',
    '! 19 点后有空',
  ],
  [
    'on another day only',
    { whenSpan: { from: noon, to: localInstant('2026-03-18', '18:00') } },
    { availability: hours(4, '09:30', '12:00') },
    0,
    '! 您登记的是明天上午有空',
    '! 明天上午才有空',
  ],
  ['at their limit', {}, {}, 3, '! 手上 3 单，已到上限', '! 手上 3 单，已到上限'],
  ['nothing registered', {}, { availability: [] }, 2, '手上 2 单', '手上 2 单'],
  ['who takes nothing', {}, { capacity: 0 }, 0, '! 现在不接单', '! 现在不接单'],
])('when somebody has time: %s', (_, need, helper, carrying, you, they) => {
  const words = said(need, helper, carrying)
  expect(words.you.at(-1)).toBe(you)
  expect(words.they.at(-1)).toBe(they)
})

test('what speaks against is said too', () => {
  const { you, they } = said({ communityCode: elsewhere, gridCode: `${elsewhere}001` }, { skills: [] })
  expect(you.slice(0, 2)).toEqual([expect.stringMatching(/^! 要会.*您还没登记$/), '! 离您的社区比较远'])
  expect(they.slice(0, 2)).toEqual([expect.stringMatching(/^! 没登记/), '! 离得比较远'])
})

test('how near it is stands beside the place, unless it is far', () => {
  expect(nearText(match({ gridCode: `${community}002` }, {}, 0))).toBe('同社区')
  expect(nearText(match({ communityCode: elsewhere, gridCode: undefined }, {}, 0))).toBeUndefined()
})

test('a half day as people call it', () => {
  expect(halfDayText(localInstant('2026-03-19', '09:00'), noon)).toBe('明天上午')
  expect(halfDayText(localInstant('2026-03-22', '19:00'), noon)).toBe('周日晚上')
})

test('whether somebody has time today', () => {
  expect(freeText(aHelper(), 0, noon)).toBe('今天下午有空')
  expect(freeText(aHelper({ availability: hours(3, '19:00', '21:00') }), 0, noon)).toBe('今天晚上才有空')
  expect(freeText(aHelper(), 3, noon)).toBe('办完手上的单再推荐')
  expect(freeText(aHelper({ availability: [] }), 0, noon)).toBe('有空就来看看')
})

test('what can be taken back says whom it went to', () => {
  const people = { [idOf('p', 2)]: aHelper({ displayName: '梁师傅' }) }
  const org = { id: idOf('o', 1), name: '水电组', kind: 'team' as const, areaCodes: [community] }
  const names = { people, orgs: { [org.id]: org } }
  const dispatch = (offer: Partial<typeof toPool>) =>
    heldText(
      { needId: idOf('n', 1), action: 'dispatch', offer: { personIds: [], orgIds: [], ...offer } },
      names,
    )
  expect(dispatch({ personIds: [idOf('p', 2)] })).toBe('已派给梁师傅')
  expect(dispatch({ personIds: [idOf('p', 2)], orgIds: [org.id] })).toBe('已派给梁师傅、水电组')
  expect(dispatch(toPool)).toBe('已放到本社区接单大厅')
  expect(dispatch({ ...toPool, orgIds: [org.id] })).toBe('已放到本社区接单大厅，也派给水电组')
  expect(dispatch({ personIds: [1, 2, 3].map((n) => idOf('p', n)) })).toMatch(/等 3 个$/)
})

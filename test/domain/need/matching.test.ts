import { categoryOf } from 'domain/category/category'
import { localInstant, plusMinutes } from 'domain/kernel/time'
import {
  byMatch,
  candidatesFor,
  isRecommended,
  type Match,
  type MatchReason,
  matchOf,
} from 'domain/need/matching'
import type { Need } from 'domain/need/need'
import { freeFrom } from 'domain/person/availability'
import type { Person } from 'domain/person/person'
import fc from 'fast-check'
import { aMember, aNeed, community, elsewhere, idOf, noon } from '../../support/builders'

// `noon` is a Wednesday, 12:00 in China.
const wednesday = (from: string, to: string) => [{ weekday: 3, from, to }]
const at = (time: string) => localInstant('2026-03-18', time)

const aHelper = (more: Partial<Person> = {}): Person => ({
  ...aMember(),
  skills: ['electric'],
  availability: wednesday('09:00', '17:00'),
  capacity: 3,
  ...more,
})

function match(need: Partial<Need> = {}, helper: Partial<Person> = {}, carrying = 0): Match {
  const found = matchOf(aNeed(need), aHelper(helper), carrying, noon)
  if (!found) throw new Error('no match')
  return found
}
const reason = <A extends MatchReason['about']>({ reasons }: Match, about: A) =>
  reasons.find((each) => each.about === about) as Extract<MatchReason, { about: A }> | undefined

describe('when somebody is free', () => {
  test.each([
    ['in the middle of their hours', at('12:00'), at('18:00'), at('12:00')],
    ['before they begin', at('06:00'), at('18:00'), at('09:00')],
    ['too shortly before they end', at('16:45'), at('23:00'), undefined],
    ['a short time is asked whole', at('16:45'), at('17:00'), at('16:45')],
    ['after they end', at('17:00'), at('23:00'), undefined],
    ['next week', at('17:00'), plusMinutes(at('17:00'), 7 * 1440), plusMinutes(at('09:00'), 7 * 1440)],
  ])('%s', (_, from, to, expected) => {
    expect(freeFrom(wednesday('09:00', '17:00'), from, to)).toBe(expected)
  })

  test('the first of several hours of a day counts, whatever their order; nonsense is no hour', () => {
    const hours = [
      ...wednesday('19:00', '24:00'),
      ...wednesday('14:00', '15:00'),
      ...wednesday('13:00', '08:00'),
      ...wednesday('99:99', '99:99'),
    ]
    expect(freeFrom(hours, noon, at('23:59'))).toBe(at('14:00'))
    expect(freeFrom(hours, at('20:00'), at('23:59'))).toBe(at('20:00'))
  })

  test('weekdays are those of China: Wednesday 00:30 there is Tuesday elsewhere', () => {
    expect(freeFrom(wednesday('00:00', '02:00'), at('00:30'), at('06:00'))).toBe(at('00:30'))
  })
})

describe('what speaks for somebody', () => {
  test('what they can do of what the category asks for', () => {
    expect(reason(match({}, { skills: ['haircut', 'electric'] }), 'skill')).toEqual({
      about: 'skill',
      mind: false,
      skills: ['electric'],
    })
    expect(reason(match({}, { skills: ['haircut'] }), 'skill')).toEqual({
      about: 'skill',
      mind: true,
      skills: categoryOf('help-power').skills,
    })
  })

  test.each([
    ['grid', { gridCode: `${community}001` }, {}],
    ['grid', { gridCode: `${community}007` }, { grants: [{ role: 'gridWorker', area: `${community}007` }] }],
    ['community', { gridCode: `${community}002` }, {}],
    ['community', { gridCode: undefined }, {}],
    ['town', {}, { homeGrid: `${community.slice(0, 9)}999001`, grants: [] }],
    ['far', { communityCode: elsewhere, gridCode: `${elsewhere}001` }, {}],
  ] as const)('how near they are: %s', (near, need, helper) => {
    expect(reason(match(need, helper as Partial<Person>), 'near')?.near).toBe(near)
  })

  const asked = (from: string, to: string) => ({ whenSpan: { from: at(from), to: at(to) } })
  test.each<[string, Partial<Need>, Partial<Person>, object]>([
    ['in the time asked for', asked('14:00', '18:00'), {}, { free: 'asked', at: at('14:00'), mind: false }],
    ['later in it', asked('08:00', '18:00'), {}, { free: 'asked', at: noon }],
    [
      'not in it, but on another day',
      asked('18:00', '21:00'),
      {},
      { free: 'no', at: plusMinutes(at('09:00'), 7 * 1440), mind: true },
    ],
    ['the time asked for has passed', asked('08:00', '10:00'), {}, { free: 'now', at: noon }],
    ['now', {}, {}, { free: 'now', at: noon, mind: false }],
    ['later, in time', {}, { availability: wednesday('19:00', '21:00') }, { free: 'soon', mind: false }],
    [
      'later, though it is urgent',
      { urgency: 'high' },
      { availability: wednesday('19:00', '21:00') },
      { free: 'wait', at: at('19:00'), mind: true },
    ],
    ['overdue already', { finishBy: at('08:00') }, {}, { free: 'now' }],
    ['nothing registered', {}, { availability: [] }, { free: 'unknown', at: undefined, mind: false }],
  ])('when they are free: %s', (_, need, helper, expected) => {
    expect(reason(match(need, helper), 'time')).toMatchObject(expected)
  })

  test('what they carry, against what they said', () => {
    expect(reason(match({}, {}, 2), 'time')).toMatchObject({ carrying: 2, full: false, mind: false })
    expect(reason(match({}, {}, 3), 'time')).toMatchObject({ carrying: 3, full: true, mind: true })
    expect(reason(match({}, { capacity: 0 }), 'time')).toMatchObject({ full: true })
  })

  test('nobody is recommended their own need, nor one that they asked for too', () => {
    const me = aHelper()
    expect(matchOf(aNeed({ requesterId: me.id }), me, 0, noon)).toBeUndefined()
    expect(matchOf(aNeed({ askers: [{ personId: me.id, name: '我' }] }), me, 0, noon)).toBeUndefined()
    expect(candidatesFor(aNeed({ requesterId: me.id }), [me], () => 0, noon)).toEqual([])
  })
})

describe('whom it is offered to first', () => {
  const order = (need: Partial<Need>, ...helpers: [name: string, Partial<Person>, carrying?: number][]) => {
    const people = helpers.map(([displayName, more], n) =>
      aHelper({ id: idOf('h', n), displayName, ...more }),
    )
    const carrying = (id: string) => helpers[people.findIndex((each) => each.id === id)]?.[2] ?? 0
    return candidatesFor(aNeed(need), people, carrying, noon).map(({ helper }) => helper.displayName)
  }
  const far = { homeGrid: `${elsewhere}001`, grants: [] }

  test('who can do it before who cannot, whatever else speaks for them', () => {
    expect(
      order({}, ['neighbour', { skills: [] }], ['electrician', { ...far, availability: [] }, 2]),
    ).toEqual(['electrician', 'neighbour'])
  })
  test('then who is free before who is near', () => {
    const busy = { availability: wednesday('01:00', '02:00') }
    expect(order({}, ['near', busy], ['free', far])).toEqual(['free', 'near'])
  })
  test('who carries enough comes after all who can do the same', () => {
    expect(order({}, ['full', {}, 3], ['far', { ...far, availability: [] }, 2])).toEqual(['far', 'full'])
  })

  test('it is told to whom it suits, and to nobody who carries enough or cannot do it', () => {
    expect(isRecommended(match())).toBe(true)
    expect(isRecommended(match({}, {}, 3))).toBe(false)
    expect(isRecommended(match({}, { skills: [] }))).toBe(false)
    expect(isRecommended(match({}, { ...far, availability: wednesday('01:00', '02:00') }))).toBe(false)
  })
})

describe('whatever the need and the helpers', () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, '0')}:00`)
  const hours = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: hour, to: hour })
  const grids = [`${community}001`, `${community}002`, `${community.slice(0, 9)}999001`, `${elsewhere}001`]
  const helper = fc
    .record({
      id: fc.integer({ min: 0, max: 5 }).map((n) => idOf('h', n)),
      homeGrid: fc.constantFrom(...grids),
      skills: fc.subarray(['electric', 'safety', 'haircut']),
      availability: fc.array(hours, { maxLength: 4 }),
      capacity: fc.integer({ min: 0, max: 5 }),
    })
    .map(aHelper)
  const need = fc
    .record({
      gridCode: fc.constantFrom(...grids, undefined),
      urgency: fc.constantFrom('low' as const, 'normal' as const, 'high' as const),
      finishBy: fc.integer({ min: -1000, max: 5000 }).map((minutes) => plusMinutes(noon, minutes)),
      whenSpan: fc.option(
        fc
          .tuple(fc.integer({ min: -3000, max: 5000 }), fc.integer({ min: 1, max: 3000 }))
          .map(([from, takes]) => ({
            from: plusMinutes(noon, from),
            to: plusMinutes(noon, from + takes),
          })),
        { nil: undefined },
      ),
    })
    .map((more) => aNeed({ ...more, communityCode: (more.gridCode ?? grids[0] ?? '').slice(0, 12) }))
  const carrying = fc.integer({ min: 0, max: 6 })
  const found = (of: Need, by: Person, carries: number) => matchOf(of, by, carries, noon) as Match

  test('the order is total and transitive, and equals are told apart by nothing but chance of name', () => {
    const trio = fc.tuple(need, fc.tuple(helper, helper, helper), fc.tuple(carrying, carrying, carrying))
    fc.assert(
      fc.property(trio, ([of, helpers, carries]) => {
        const [a, b, c] = helpers.map((each, n) => found(of, each, carries[n] ?? 0)) as [Match, Match, Match]
        expect(byMatch(a, b) + byMatch(b, a)).toBe(0)
        if (byMatch(a, b) <= 0 && byMatch(b, c) <= 0) expect(byMatch(a, c)).toBeLessThanOrEqual(0)
        if (byMatch(a, b) === 0) expect(a.points).toEqual(b.points)
      }),
    )
  })

  test('it depends on nobody else, and not on the order in which they come', () => {
    fc.assert(
      fc.property(need, fc.uniqueArray(helper, { selector: ({ id }) => id, minLength: 2 }), (of, helpers) => {
        const ids = (of: Need, from: Person[]) =>
          candidatesFor(of, from, () => 1, noon).map((each) => each.helper.id)
        const all = ids(of, helpers)
        expect(ids(of, [...helpers].reverse())).toEqual(all)
        const [, ...rest] = helpers
        expect(ids(of, rest)).toEqual(all.filter((id) => id !== helpers[0]?.id))
      }),
    )
  })

  test('better in one thing and equal in the rest never ranks lower', () => {
    const better: ((of: Need, by: Person, carries: number) => [Need, Person, number])[] = [
      (of, by, carries) => [of, { ...by, skills: [...by.skills, 'electric'] }, carries],
      (of, by, carries) => [of, { ...by, homeGrid: of.gridCode ?? `${of.communityCode}001` }, carries],
      (of, by, carries) => [of, by, Math.max(0, carries - 1)],
      (of, by, carries) => [of, { ...by, capacity: by.capacity + 1 }, carries],
    ]
    fc.assert(
      fc.property(need, helper, carrying, fc.constantFrom(...better), (of, by, carries, improve) => {
        expect(byMatch(found(...improve(of, by, carries)), found(of, by, carries))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('more free hours never rank lower than fewer', () => {
    fc.assert(
      fc.property(need, helper, hours, carrying, (of, by, more, carries) => {
        fc.pre(by.availability.length > 0) // who has registered nothing stands between
        const freer = { ...by, availability: [...by.availability, more] }
        expect(byMatch(found(of, freer, carries), found(of, by, carries))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('reasons agree with the points: amber exactly where a part lost more than half of what it could give', () => {
    fc.assert(
      fc.property(need, helper, carrying, (of, by, carries) => {
        const { points, score, reasons } = found(of, by, carries)
        expect(reasons.length).toBeLessThanOrEqual(3)
        expect(score).toBe(points.skill + points.time + points.near + points.load)
        const minds = Object.fromEntries(reasons.map(({ about, mind }) => [about, mind]))
        expect(minds).toEqual({
          skill: points.skill < 25,
          near: points.near < 7.5,
          time: points.time < 12 || points.load < 0,
        })
      }),
    )
  })
})

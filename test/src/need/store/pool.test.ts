import * as matching from 'domain/need/matching'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { candidatesIn } from '@/need/store/candidates'
import { matchedPool } from '@/need/store/pool'
import {
  aMember,
  aNeed,
  anActor,
  community,
  elsewhere,
  heldBy,
  idOf,
  noon,
  toPeople,
} from '../../../support/builders'
import { as, aView, idsOf, offered } from './views'

const aHelper = (n: number, more: Partial<Person> = {}): Person => ({
  ...aMember(n),
  skills: ['electric'],
  availability: [],
  capacity: 3,
  ...more,
})
const me = aHelper(2)
const later = '2026-03-18T08:00:00.000Z'

describe('接单大厅, as it suits me', () => {
  const pool = (...views: ReturnType<typeof aView>[]) => {
    const { invited, open } = matchedPool(views, me, 0, noon)
    return { invited: idsOf(invited.map(({ view }) => view)), open: idsOf(open.map(({ view }) => view)) }
  }
  const open = { ...offered, respondBy: later }

  test('what is late stands first, then what is urgent, then what suits me', () => {
    const views = [
      aView(1, { ...open, categoryCode: 'help-phone' }),
      aView(2, { ...open, gridCode: `${community}009` }),
      aView(3, open),
      aView(4, { ...open, categoryCode: 'help-phone', urgency: 'high' }),
      aView(5, { ...open, categoryCode: 'help-phone', respondBy: '2026-03-18T03:00:00.000Z' }),
    ]
    expect(pool(...views).open).toEqual([5, 4, 3, 2, 1])
  })

  test('invitations stand apart', () => {
    const invitation = aView(1, { ...open, offer: toPeople(me) }, as('invited'))
    expect(pool(aView(2, open), invitation)).toEqual({ invited: [1], open: [2] })
  })

  test('a change of one row costs one match', () => {
    const views = Array.from({ length: 50 }, (_, n) => aView(n, open))
    matchedPool(views, me, 0, noon)
    const matchOf = jest.spyOn(matching, 'matchOf')
    matchedPool([...views.slice(1), aView(0, open)], me, 0, noon)
    expect(matchOf).toHaveBeenCalledTimes(1)
    matchedPool(views, me, 1, noon) // but what I carry concerns them all
    expect(matchOf).toHaveBeenCalledTimes(51)
    matchOf.mockRestore()
  })
})

describe('candidates for one need', () => {
  const table = <T extends { id: string }>(...rows: T[]) =>
    Object.fromEntries(rows.map((row) => [row.id, row]))
  const needs = (...views: ReturnType<typeof aView>[]) =>
    Object.fromEntries(views.map((view) => [view.need.id, view]))
  const team: Org = { id: idOf('o', 1), name: '水电组', kind: 'team', areaCodes: [community] }
  const unit: Org = { id: idOf('o', 2), name: '单位', kind: 'unit', areaCodes: [community] }
  const far: Org = { ...team, id: idOf('o', 3), areaCodes: [elsewhere] }

  const one = aHelper(11)
  const two = aHelper(12, { orgId: team.id })
  const clerk = aHelper(13, { skills: [], orgId: unit.id })
  const stranger = { ...aHelper(14), grants: [{ role: 'member' as const, area: elsewhere }] }
  const resident: Person = { ...anActor(15), skills: ['electric'], availability: [], capacity: 3 }
  const records = {
    people: table(one, two, clerk, stranger, resident),
    orgs: table(unit, team, far),
    needs: needs(
      aView(7, { ...heldBy('claimed', 1, one), id: idOf('n', 7) }),
      aView(8, { ...heldBy('claimed', 1, two), id: idOf('n', 8) }, { whole: false }),
    ),
  }
  const found = candidatesIn(records, aNeed(), noon)

  test('helpers of its community, with what this phone knows that they carry', () => {
    expect(found.people.map(({ helper, carrying }) => [helper.id, carrying])).toEqual([
      [two.id, 0],
      [one.id, 1],
      [clerk.id, 0],
    ])
  })

  test('nobody is a candidate for their own need', () => {
    const own = candidatesIn(records, aNeed({ requesterId: two.id }), noon)
    expect(own.people.map(({ helper }) => helper.id)).not.toContain(two.id)
  })

  test('teams around it, those whose people can do it first', () => {
    expect(found.teams.map(({ org, members, able }) => [org.name, members, able])).toEqual([
      ['水电组', 1, 1],
      ['单位', 1, 0],
    ])
  })
})

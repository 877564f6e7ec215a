import { categoryOf } from 'domain/category/category'
import { tolerant } from 'domain/kernel/reading'
import { service } from 'domain/listing/service'
import { isLate } from 'domain/need/deadline'
import { type NeedRow, outlineOf, summaryOf } from 'domain/need/needRow'
import type { NEED_ACTIONS } from 'domain/need/transitions'
import { actionsFor, apply, barrier } from 'domain/need/workflow'
import { ENTITIES, readRow } from 'domain/things'
import fc from 'fast-check'
import {
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
  aService,
  community,
  heldBy,
  idOf,
  noon,
  toPool,
} from '../../support/builders'

const whole = (full: object): NeedRow => ({ full, events: [] }) as unknown as NeedRow
const read = (full: object) => {
  const row = readRow('need', idOf('n', 1), whole(full))
  if (!row || !('full' in row)) throw new Error('not read')
  return row.full
}

test('a row that fits is given back itself', () => {
  const row = whole(aNeed({ offer: toPool, rating: { score: 3 } }))
  expect(readRow('need', idOf('n', 1), row)).toBe(row)
  const outline = { summary: summaryOf(aNeed()), mine: { as: ['holder'] } }
  expect(readRow('need', idOf('n', 1), outline)).toBe(outline)
  expect(readRow('service', aService().id, aService())).toEqual(aService())
})

test('unknown words are unknown, and the row as it came stays what it was', () => {
  const sent = { ...aNeed(), kind: 'swap', status: 'paused', urgency: 'whenever', categoryCode: 'swap-tools' }
  const need = read(sent)
  expect(need).toMatchObject({ kind: 'unknown', status: 'unknown', urgency: 'unknown' })
  expect(need.unread).toEqual(['kind', 'urgency', 'status'])
  expect(sent).toMatchObject({ kind: 'swap', status: 'paused' })
  expect(categoryOf(need.categoryCode)).toMatchObject({ name: '其他', kind: 'unknown', sensitive: true })
  expect(categoryOf('help-drone')).toMatchObject({ name: '其他', kind: 'help', visibility: 'staff' })
})

test('what is missing or of another type is blank, and what is counted with keeps its form', () => {
  const need = read({ id: 7, placedAt: 'yesterday', headcount: '2', assignments: {}, respondBy: null })
  expect(need).toMatchObject({ id: idOf('n', 1), title: '', headcount: 0, assignments: [], answers: {} })
  expect(isLate({ need: { ...need, status: 'placed' } }, '2999-01-01T00:00:00.000Z')).toBe(false)
  const person = {
    ...anActor(1),
    skills: ['drone'],
    capacity: 1,
    availability: [{ weekday: 1, from: '8', to: '9' }],
  }
  const grants = [...person.grants, { role: 'mayor', area: community }, { role: 'member', district: '1' }]
  expect(readRow('person', person.id, { ...person, grants })).toMatchObject({
    grants: person.grants,
    availability: [],
  })
})

test('of a list what nobody understands is left out', () => {
  const session = aService().sessions[0]
  const { row } = tolerant(service)({ ...aService(), sessions: [session, { id: 1 }, 'soon'] }) ?? {}
  expect(row?.sessions).toEqual([session])
})

test('no row of whatever shape makes reading throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ENTITIES), fc.anything(), fc.anything(), (entity, a, b) => {
      readRow(entity, 'x', a)
      readRow(entity, 'x', { full: a, events: b })
      readRow(entity, 'x', { summary: a, mine: b })
    }),
  )
})

test.each([
  ['categoryCode', 'help-drone', aSecretary(), 'dispatch', aNeed()],
  ['categoryCode', 'help-drone', aResident(), 'reopen', heldBy('served', 1)],
  ['kind', 'swap', aSecretary(), 'merge', aNeed()],
  ['offer', { everybody: true }, aMember(), 'claim', { ...heldBy('dispatched', 1), offer: toPool }],
  ['assignments', [{ team: 'x' }], aMember(), 'claim', { ...heldBy('dispatched', 1), offer: toPool }],
  ['headcount', 'many', aMember(), 'claim', { ...heldBy('dispatched', 1), offer: toPool }],
  ['status', 'paused', aMember(), 'claim', { ...heldBy('dispatched', 1), offer: toPool }],
] as const)(
  'of a need whose %s is %j %# nobody is offered what that decides',
  (field, value, actor, action, need) => {
    expect(actionsFor(need, actor, noon)).toContain(action)
    expect(actionsFor(read({ ...need, [field]: value }), actor, noon)).not.toContain(action)
    const summary = { ...summaryOf(need) }
    const known = { status: 'status', headcount: 'headcount', kind: 'kind', categoryCode: 'categoryCode' }
    if (!(field in known)) return
    const row = readRow('need', need.id, { summary: { ...summary, [field]: value } })
    if (!row || !('summary' in row)) throw new Error('not read')
    expect(actionsFor(outlineOf(row.summary, undefined, actor), actor, noon)).not.toContain(action)
  },
)

test('what needs nothing of it goes on', () => {
  const need = read({ ...aNeed(), categoryCode: 'help-drone' })
  expect(actionsFor(need, aResident(), noon)).toEqual(expect.arrayContaining(['withdraw', 'add', 'urge']))
})

test('an action of another version changes nothing and is nobody’s', () => {
  const event = { id: idOf('e', 1), needId: idOf('n', 1), action: 'bless', byId: 'x', byName: '人', at: noon }
  expect(apply(aNeed(), event)).toMatchObject({ status: 'placed', version: 2 })
  expect(barrier(aNeed(), 'bless' as (typeof NEED_ACTIONS)[number], aSecretary(), noon)).toBe('notAllowed')
})

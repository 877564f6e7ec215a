import { deskName, desksOf, identitiesOf } from '@/work/desks'
import { aGridWorker, aMember, anActor, aResident, aSecretary, community } from '../../support/builders'

jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))

test('everybody has a desk of their own, 长辈版 begins with it', () => {
  expect(desksOf(aResident(), false)).toEqual(['mine'])
  expect(desksOf(aMember(), false)).toEqual(['pool', 'tasks', 'mine'])
  expect(desksOf(aMember(), true)).toEqual(['mine', 'pool', 'tasks'])
  expect(desksOf(aSecretary(), true)[0]).toBe('mine')
})

test('who is several things at once may say as what they work', () => {
  expect(identitiesOf(aResident()).map(({ role }) => role)).toEqual(['resident'])
  expect(identitiesOf(aMember())).toEqual([
    { desk: 'mine', role: 'resident' },
    { desk: 'pool', role: 'member' },
  ])
  const both = { ...aMember(), grants: [...aMember().grants, ...aSecretary().grants] }
  expect(identitiesOf(both).map(({ desk }) => desk)).toEqual(['mine', 'pool', 'queue'])
})

test('the desk of staff says whether it is the community’s or only their grid’s', () => {
  const lead = anActor(5, [{ role: 'gridLead', area: community }])
  expect([aSecretary(), lead, aGridWorker()].map((me) => deskName('queue', me, false))).toEqual([
    '派单台',
    '社区待办',
    '网格待办',
  ])
})

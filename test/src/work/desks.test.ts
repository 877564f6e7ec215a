import { desksOf, identitiesOf } from '@/work/desks'
import { aMember, aResident, aSecretary } from '../../support/builders'

jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))

test('everybody has a desk of their own, 长辈版 begins with it', () => {
  expect(desksOf(aResident(), false)).toEqual(['mine'])
  expect(desksOf(aMember(), false)).toEqual(['hall', 'tasks', 'mine'])
  expect(desksOf(aMember(), true)).toEqual(['mine', 'hall', 'tasks'])
  expect(desksOf(aSecretary(), true)[0]).toBe('mine')
})

test('who is several things at once may say as what they work', () => {
  expect(identitiesOf(aResident()).map(({ role }) => role)).toEqual(['resident'])
  expect(identitiesOf(aMember())).toEqual([
    { desk: 'mine', role: 'resident' },
    { desk: 'hall', role: 'member' },
  ])
  const both = { ...aMember(), grants: [...aMember().grants, ...aSecretary().grants] }
  expect(identitiesOf(both).map(({ desk }) => desk)).toEqual(['mine', 'hall', 'queue'])
})

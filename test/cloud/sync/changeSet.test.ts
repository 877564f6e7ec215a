import { newChangeSet } from '../../../cloud/sync/changeSet'

const rows = (...scopes: string[]) => new Map(scopes.map((scope) => [scope, '{}']))

test('[S6] changes come sorted by scope, so that no two commands wait for each other in a circle', () => {
  const changeSet = newChangeSet()
  changeSet.add({
    entity: 'need',
    id: 'n',
    before: ['user:2'],
    after: rows('user:1', '441704100003:staff', '441704100003'),
  })
  changeSet.add({ entity: 'service', id: 's', before: [], after: rows('441704100003') })
  expect(changeSet.changes().map(({ scope, id, row }) => [scope, id, row])).toEqual([
    ['441704100003', 'n', '{}'],
    ['441704100003', 's', '{}'],
    ['441704100003:staff', 'n', '{}'],
    ['user:1', 'n', '{}'],
    ['user:2', 'n', null],
  ])
})

test('a row touched twice takes one number, and what came back is not gone', () => {
  const changeSet = newChangeSet()
  changeSet.add({ entity: 'need', id: 'n', before: ['a'], after: new Map() })
  changeSet.add({ entity: 'need', id: 'n', before: [], after: rows('a') })
  expect(changeSet.changes()).toEqual([{ scope: 'a', entity: 'need', id: 'n', row: '{}' }])
})

import { newTouched } from '../../../cloud/sync/touched'

const rows = (...scopes: string[]) => new Map(scopes.map((scope) => [scope, '{}']))

test('[S6] changes come sorted by scope, so that no two commands wait for each other in a circle', () => {
  const touched = newTouched()
  touched.add({
    entity: 'need',
    id: 'n',
    before: ['user:2'],
    after: rows('user:1', '441704100003:staff', '441704100003'),
  })
  touched.add({ entity: 'service', id: 's', before: [], after: rows('441704100003') })
  expect(touched.changes().map(({ scope, id, row }) => [scope, id, row])).toEqual([
    ['441704100003', 'n', '{}'],
    ['441704100003', 's', '{}'],
    ['441704100003:staff', 'n', '{}'],
    ['user:1', 'n', '{}'],
    ['user:2', 'n', null],
  ])
})

test('a row touched twice takes one number, and what came back is not gone', () => {
  const touched = newTouched()
  touched.add({ entity: 'need', id: 'n', before: ['a'], after: new Map() })
  touched.add({ entity: 'need', id: 'n', before: [], after: rows('a') })
  expect(touched.changes()).toEqual([{ scope: 'a', entity: 'need', id: 'n', row: '{}' }])
})

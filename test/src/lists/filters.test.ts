import { countsOver } from '@/lists/filters'
import { community } from '../../support/builders'

const counts = { need: 3, resource: 4, service: 5 }
const choices = { need: {}, resource: {}, service: {} }

test('the numbers over the lists are those of the community in view', () => {
  expect(countsOver(counts, choices, community, community)).toEqual(counts)
  expect(countsOver(counts, { ...choices, need: { grid: `${community}002` } }, community, undefined)).toEqual(
    counts,
  )
})

test('over a list of the town or the district stands no number of the community', () => {
  const wide = { ...choices, need: { scope: 'town' as const }, service: { scope: 'district' as const } }
  expect(countsOver(counts, wide, community, community)).toEqual({ resource: 4 })
})

import { ourLiveRequest, ourSyncRequest } from 'domain/synced'
import { COMMANDS } from 'domain/things'
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { defOf, partsOf, valuesOf } from '../support/schemaValues'

/** All that a server takes in but queries; what it sends is no larger than what it took. */
const TAKEN: [string, z.ZodMiniType][] = [
  ...Object.entries(COMMANDS).map(([name, { args }]): [string, z.ZodMiniType] => [name, args]),
  ['sync', ourSyncRequest],
  ['live', ourLiveRequest],
]

/** Of a kind in which there could be without an end; undefined where there is one by nature. */
function endless(schema: z.ZodMiniType): unknown[] {
  const { type, element, valueType } = defOf(schema)
  const one = (of: z.ZodMiniType) => fc.sample(valuesOf(of), { numRuns: 1, seed: 1 })[0]
  if (type === 'string') return ['x'.repeat(2000), '1'.repeat(2000), '灯'.repeat(2000)]
  if (type === 'array' && element) return [Array.from({ length: 2000 }, () => one(element))]
  if (type === 'record' && valueType)
    return [Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, one(valueType)]))]
  return []
}

test.each(TAKEN)('every text, list and record of %s has a limit', (_, whole) => {
  const without = [...partsOf(whole)].filter(([, schema]) =>
    endless(schema).some((value) => schema.safeParse(value).success),
  )
  expect(without.map(([path]) => path)).toEqual([])
})

test('the walk comes to all of it', () => {
  const paths = new Set(TAKEN.flatMap(([, schema]) => [...partsOf(schema)].map(([path]) => path)))
  for (const path of ['.answers key', '.offer.personIds', '.sessions.id', '.cursors key', '.push.name'])
    expect([...paths]).toContain(path)
})

import { COMMAND_NAMES } from 'domain/commands'
import { ENTITIES } from 'domain/things'
import { commandFace, THINGS } from '@/things'

test('every command belongs to a thing, and has a name that people read', () => {
  for (const name of COMMAND_NAMES) expect(commandFace(name)?.label).toMatch(/^[\u4e00-\u9fff]+$/)
  for (const name of ['need.bless', 'constructor']) expect(commandFace(name)).toBe(undefined)
})

test('no two things share a table', () => {
  const tables = ENTITIES.map((entity) => THINGS[entity].table)
  expect(new Set(tables).size).toBe(ENTITIES.length)
})

test.each([
  ['need', { full: { id: 'a' } }],
  ['need', { summary: { id: 'a' } }],
  ['area', { code: 'a' }],
  ['service', { id: 'a' }],
] as const)('a row of a page is kept under its name: %s', (entity, row) => {
  expect(THINGS[entity].idOf(row)).toBe('a')
  for (const nameless of [null, undefined, {}, 1, 'text'])
    expect(THINGS[entity].idOf(nameless)).toBe(undefined)
})

import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** The numbers of the rules in docs/sync.md, and those that tests carry. */
const written = (
  fs.readFileSync(path.join(root, 'docs/sync.md'), 'utf8').match(/^\| S\d+(?= \|)/gm) ?? []
).map((start) => start.slice(2))
const cited = new Set(
  fs
    .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'))
    .flatMap(
      (file) => fs.readFileSync(path.join(root, 'test', file), 'utf8').match(/(?<=\[)S\d+(?=\])/g) ?? [],
    ),
)

test('every rule of sync is written down in order, and held by a test that carries its number', () => {
  expect(written).toEqual(written.map((_, index) => `S${index + 1}`))
  expect(written.length).toBeGreaterThanOrEqual(15)
  expect(written.filter((rule) => !cited.has(rule))).toEqual([])
  expect([...cited].filter((rule) => !written.includes(rule))).toEqual([])
})

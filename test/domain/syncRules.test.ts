import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** The rules in docs/sync.md, each with the numbers of its parts. */
const sections = fs
  .readFileSync(path.join(root, 'docs/sync.md'), 'utf8')
  .split(/^#{2,3} /m)
  .filter((section) => /^S\d+ /.test(section))
const written = sections.map((section) => section.split(' ', 1)[0] ?? '')
const parts = sections.map((section) => (section.match(/^\d+(?=\. )/gm) ?? []).map(Number))
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
  for (const numbers of parts) expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(parts.every(({ length }) => length > 0)).toBe(true)
})

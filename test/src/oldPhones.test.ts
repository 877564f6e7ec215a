import fs from 'node:fs'
import path from 'node:path'

/** Nothing is filled in for the phone, and Chrome 70 and iOS 12 (browserslist) know none of these. */
const TOO_NEW = [
  /\.at\(/,
  /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|matchAll|replaceChildren)\(/,
  /\b(structuredClone|globalThis|queueMicrotask|Object\.hasOwn|Object\.groupBy|Promise\.(any|allSettled))\b/,
  /\(\?<[=!]/,
]

const sources = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))

test.each(['src', 'domain'])('%s asks for nothing that an old phone lacks', (folder) => {
  const files = sources(folder)
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => TOO_NEW.some((each) => each.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

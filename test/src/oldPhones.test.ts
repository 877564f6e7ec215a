import fs from 'node:fs'
import path from 'node:path'

/** Nothing is filled in for the phone, and Chrome 84 and iOS 14.5 (browserslist) know none of these. */
const TOO_NEW_CODE = [
  /\.at\(/,
  /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|replaceChildren)\(/,
  /\b(structuredClone|Object\.hasOwn|Object\.groupBy|Promise\.any|AbortSignal\.timeout)\b/,
  /\(\?<[=!]/,
]
/** A rule with these is dropped as a whole. */
const TOO_NEW_STYLE = [
  /(^|[\s{;])(inset|aspect-ratio|accent-color|translate|rotate|scale)\s*:/,
  /:(is|where|has)\(/,
  /\d(d|s|l)v[hw]\b/,
  /\b(color-mix|oklch|lch|lab)\(/,
  /@(layer|container|scope|starting-style)\b/,
  /\boverflow:\s*\w+\s+\w+/,
  /\boverflow(-[xy])?:\s*clip\b/,
  /^\s*&/,
]

const files = (folder: string, ending: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name))

test.each([
  ['src', /\.tsx?$/, TOO_NEW_CODE],
  ['domain', /\.tsx?$/, TOO_NEW_CODE],
  ['src', /\.css$/, TOO_NEW_STYLE],
])('%s (%s) asks for nothing that an old phone lacks', (folder, ending, tooNew) => {
  const read = files(folder, ending)
  expect(read.length).toBeGreaterThan(10)
  const found = read.flatMap((file) =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => tooNew.some((each) => each.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

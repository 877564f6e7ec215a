import fs from 'node:fs'
import path from 'node:path'
import postcss, { type Declaration, type Rule } from 'postcss'

const TOKENS = path.join('src', 'styles', 'tokens.css')
const files = (fs.readdirSync('src', { recursive: true }) as string[]).map((name) => path.join('src', name))
const sheets = files.filter((file) => file.endsWith('.css'))

type Found = { sheet: string; rule: Rule; declaration: Declaration }
const declarations: Found[] = sheets.flatMap((sheet) => {
  const found: Found[] = []
  postcss.parse(fs.readFileSync(sheet, 'utf8')).walkDecls((declaration) => {
    if (declaration.parent?.type === 'rule') {
      found.push({ sheet, rule: declaration.parent as Rule, declaration })
    }
  })
  return found
})
const place = ({ sheet, rule, declaration }: Found) =>
  `${sheet}: ${rule.selector} { ${declaration.prop}: ${declaration.value} }`
const outsideTokens = declarations.filter(({ sheet }) => sheet !== TOKENS)

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow)\b/i
const set = new Set(
  declarations.map(({ declaration: { prop } }) => prop).filter((prop) => prop.startsWith('--')),
)
const drawing = ({ declaration }: Found) => declaration.value.includes('data:image')

test('sizes of text are tokens, so that they grow for old eyes', () => {
  const raw = outsideTokens.filter(
    ({ declaration: { prop, value } }) =>
      /^(font|font-size|line-height)$/.test(prop) && !/var\(--|inherit/.test(value),
  )
  expect(raw.map(place)).toEqual([])
})

test('colours are tokens', () => {
  const raw = outsideTokens.filter((found) => COLOUR.test(found.declaration.value) && !drawing(found))
  expect(raw.map(place)).toEqual([])
})

test('长辈版 sets variables and nothing else: components know of no mode', () => {
  const elder = declarations.filter(({ rule }) => /\.elder(?![\w-])/.test(rule.selector))
  expect(elder.length).toBeGreaterThan(0)
  expect(elder.filter(({ declaration }) => !declaration.prop.startsWith('--')).map(place)).toEqual([])
})

test('every token that is read is set', () => {
  const read = declarations.flatMap((found) =>
    [...found.declaration.value.matchAll(/var\((--[\w-]+)\s*\)/g)].map(([, name = '']) => ({ name, found })),
  )
  expect(
    read.filter(({ name }) => !set.has(name)).map(({ name, found }) => `${name} in ${place(found)}`),
  ).toEqual([])
})

test('every token that is set is read', () => {
  const all = files
    .filter((file) => /\.(css|tsx?)$/.test(file))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n')
  expect([...set].filter((name) => !new RegExp(`var\\(${name}\\b(?!-)`).test(all))).toEqual([])
})

test('a class is drawn in one place: in H5 the styles of every page that was opened stay', () => {
  const drawn = new Map<string, Set<string>>()
  for (const { sheet, rule } of declarations) {
    const home = sheet.startsWith(path.join('src', 'styles')) ? 'src/styles' : sheet
    for (const selector of rule.selectors) {
      const [, name] = /^\.([\w-]+)(?:::?[\w-]+)*$/.exec(selector) ?? []
      if (name) drawn.set(name, (drawn.get(name) ?? new Set()).add(home))
    }
  }
  expect(drawn.size).toBeGreaterThan(100)
  const twice = [...drawn].filter(([, homes]) => homes.size > 1)
  expect(twice.map(([name, homes]) => `.${name}: ${[...homes].join(', ')}`)).toEqual([])
})

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
    for (const selector of rule.selectors) {
      const [, name] = /^\.([\w-]+)(?:::?[\w-]+)*$/.exec(selector) ?? []
      if (name && sheet !== TOKENS) drawn.set(name, (drawn.get(name) ?? new Set()).add(sheet))
    }
  }
  expect(drawn.size).toBeGreaterThan(100)
  const twice = [...drawn].filter(([, homes]) => homes.size > 1)
  expect(twice.map(([name, homes]) => `.${name}: ${[...homes].join(', ')}`)).toEqual([])
})

const UI = path.join('src', 'ui')
const LIST = path.join(UI, 'ui.css')
const uiSheets = sheets.filter((sheet) => path.dirname(sheet) === UI && sheet !== LIST)
const uiSources = files.filter((file) => path.dirname(file) === UI && /\.tsx?$/.test(file))

/** Whether a source writes a class of the block, also as `k-${kind}`. */
function writes(file: string, block: string) {
  const source = fs.readFileSync(file, 'utf8')
  const whole = new RegExp(`['"\`\\s]${block}(?=['"\`\\s]|--|__)`)
  return whole.test(source) || source.includes(`\`${block.replace(/-\w+$/, '-')}\${`)
}

test('a sheet of src/ui draws the component beside it alone, or what several components share', () => {
  expect(uiSheets.length).toBeGreaterThan(40)
  const foreign = declarations.filter(({ sheet, rule }) => {
    if (!uiSheets.includes(sheet)) return false
    const own = uiSources.filter((file) => path.parse(file).name === path.parse(sheet).name)
    return !rule.selectors.every((selector) => {
      const [, block = ''] = /^\.([\w-]+?)(?:__|--|(?![\w-]))/.exec(selector) ?? []
      const by = (own.length ? own : uiSources).filter((file) => writes(file, block))
      return by.length >= (own.length ? 1 : 2)
    })
  })
  expect(foreign.map(place)).toEqual([])
})

test('every sheet is imported, those of src/ui by ui.css alone, which gives their order', () => {
  const importers = new Map(sheets.map((sheet) => [sheet, [] as string[]]))
  for (const file of files.filter((each) => /\.(css|tsx?)$/.test(each)))
    for (const [, name = ''] of fs.readFileSync(file, 'utf8').matchAll(/import ['"](.+\.css)['"]/g)) {
      const sheet = name.startsWith('@/')
        ? path.join('src', name.slice(2))
        : path.join(path.dirname(file), name)
      importers.get(sheet)?.push(file)
    }
  const wrong = [...importers].filter(([sheet, by]) =>
    uiSheets.includes(sheet) ? by.join() !== LIST : by.length === 0,
  )
  expect(wrong.map(([sheet, by]) => `${sheet}: ${by.join(', ')}`)).toEqual([])
})

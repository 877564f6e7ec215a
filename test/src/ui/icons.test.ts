import fs from 'node:fs'
import path from 'node:path'
import { categories, eventTypes } from 'domain/category/categories.json'
import { categoryIcon, ICONS } from '@/ui/icons'

const LIST = path.join('src', 'ui', 'icons.ts')
const sources = (fs.readdirSync('src', { recursive: true }) as string[])
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('board'))
  .map((name) => path.join('src', name))

/** The list itself does not count as a use. */
const code = sources
  .map((file) => fs.readFileSync(file, 'utf8').replace(file === LIST ? /ICONS = \[[^\]]*\]/ : '', ''))
  .join('\n')
const asked = [...categories, ...eventTypes].map(({ icon }) => icon)

test('the drawn icons are the listed ones', () => {
  const css = fs.readFileSync('src/styles/icons.css', 'utf8')
  const drawn = [...css.matchAll(/^\.i-([\w-]+) \{/gm)].map(([, name]) => name)
  expect(drawn.sort()).toEqual([...ICONS].sort())
})

test('none is carried along that nothing uses', () => {
  const used = (name: string) =>
    code.includes(`'${name}'`) || code.includes(`i-${name}`) || asked.includes(name)
  expect(ICONS.filter((name) => !used(name))).toEqual([])
})

test('every icon that a category asks for is drawn', () => {
  const none = categoryIcon({ icon: '', kind: '' })
  expect(asked.filter((icon) => icon !== none && categoryIcon({ icon, kind: '' }) === none)).toEqual([])
})

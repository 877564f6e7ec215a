import fs from 'node:fs'
import path from 'node:path'

const sources = (folder: string) => fs.readdirSync(folder).filter((name) => name.endsWith('.tsx'))

test('every component is on the board', () => {
  // what is imported is drawn: biome refuses an import that nothing uses
  const board = sources('src/board').map((name) => fs.readFileSync(path.join('src/board', name), 'utf8'))
  const components = sources('src/ui').map((name) => path.basename(name, '.tsx'))
  const missing = components.filter((name) => !board.some((page) => page.includes(`'@/ui/${name}'`)))
  expect(missing).toEqual([])
})

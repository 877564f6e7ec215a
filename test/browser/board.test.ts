import fs from 'node:fs'
import path from 'node:path'

/** A class that the board alone has. */
const MARK = 'board__columns'

const filesOf = (dist: string) =>
  (fs.readdirSync(dist, { recursive: true }) as string[])
    .map((name) => path.join(dist, name))
    .filter((file) => fs.statSync(file).isFile())

test.each(['weapp', 'h5'])('what is built for %s leaves the board out', (target) => {
  const files = filesOf(path.resolve('dist', target))
  expect(files.length).toBeGreaterThan(10)
  const told = files.filter(
    (file) => file.includes('/board/') || fs.readFileSync(file, 'utf8').includes(MARK),
  )
  expect(told).toEqual([])
})

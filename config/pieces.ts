import path from 'node:path'
import type { Compiler } from 'webpack'

const root = path.resolve(__dirname, '..')
/** In the order in which they run, before the app itself; each takes what the ones before it have made. */
const PIECES = {
  rows: ['domain/need.ts'],
  domain: ['domain/api.ts'],
  client: ['src/client/index.ts'],
  begin: ['src/platform/web/renders.ts', 'src/begin.ts'],
}

/** Runs the app's code as several scripts, so that a slow phone can answer a finger between two of them. */
export class Pieces {
  apply(compiler: Compiler) {
    const { entry } = compiler.options
    if (typeof entry === 'function') throw new Error('the entries are not known yet')
    const { app, ...others } = entry
    let before: string[] | undefined
    const pieces = Object.entries(PIECES).map(([name, files]) => {
      const piece = { import: files.map((file) => path.join(root, file)), dependOn: before }
      before = [name]
      return [name, piece]
    })
    compiler.options.entry = { ...Object.fromEntries(pieces), ...others, app: { ...app, dependOn: before } }
  }
}

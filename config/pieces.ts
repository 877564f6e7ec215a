import path from 'node:path'
import type { Compiler } from 'webpack'

const ENTRY = path.resolve(__dirname, '../src/h5.ts')

/** H5 begins with its own first file, which runs what Taro would run at once piece by piece. */
export class Pieces {
  apply({ options }: Compiler) {
    const { entry } = options
    if (typeof entry === 'function') throw new Error('the entries are not known yet')
    options.entry = { ...entry, app: { ...entry.app, import: [ENTRY] } }
  }
}

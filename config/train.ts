// npm run train: makes domain/category/guess/model.json from what stands in domain/category/guess/training.
// npm run train -- --check: only says whether it is that.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { forNode } from './build'
import { root } from './freshness'

export async function run() {
  const bundle = path.join(root, 'dist/train/train.cjs')
  await build(forNode('domain/category/guess/training/train.ts', bundle))
  const { train } = require(bundle)
  const model = path.join(root, 'domain/category/guess/model.json')
  const trained = `${JSON.stringify(train(), null, 2)}\n`

  if (!process.argv.includes('--check')) fs.writeFileSync(model, trained)
  else if (fs.readFileSync(model, 'utf8') !== trained) {
    console.error('domain/category/guess/model.json is not what the lexicon teaches: npm run train')
    process.exitCode = 1
  }
}

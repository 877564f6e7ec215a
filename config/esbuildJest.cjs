const { createHash } = require('node:crypto')
const fs = require('node:fs')
const { default: babelJest } = require('babel-jest')
const { transformSync, version } = require('esbuild')

const babel = babelJest.createTransformer({ configFile: './babel.config.js' })
/** What stands in for a module stands above its imports, where only babel lifts it. */
const mocks = (text) => /\bjest\.(mock|spyOn)\(/.test(text)
const own = fs.readFileSync(__filename)

/** How jest compiles: by esbuild, at a fraction of what babel costs. */
module.exports = {
  getCacheKey(text, file, options) {
    if (mocks(text)) return babel.getCacheKey(text, file, options)
    const hash = createHash('sha256')
    for (const each of [own, version, options.configString, file, text]) hash.update(each).update('\0')
    return hash.digest('hex')
  },
  process(text, file, options) {
    if (mocks(text)) return babel.process(text, file, options)
    const { code, map } = transformSync(text, {
      sourcefile: file,
      loader: /\.tsx$/.test(file) ? 'tsx' : /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx',
      format: 'cjs',
      target: 'node20',
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      sourcemap: 'external',
      sourcesContent: false,
    })
    // so that jest.spyOn can take its place
    return { code: code.replace('get: () => from[key],', '$& configurable: true,'), map }
  },
}

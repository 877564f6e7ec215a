/**
 * `node config/run.cjs <command> [argument …]` calls `run` of config/<command>.ts in this very process, so that signals
 * and exit codes are its own, with the arguments in their usual place. Not every Node that we run on reads TypeScript;
 * plain JavaScript, so that a Node that is too old, or has no packages, can say so.
 */
function fail(message) {
  console.error(message)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  fail(`先锋 needs Node 20.19 or newer; this is ${process.version}.`)

function esbuild() {
  try {
    return require('esbuild')
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error
    return fail('The packages are missing. Run `npm ci` first.')
  }
}

const path = require('node:path')
const file = path.join(__dirname, `${process.argv[2]}.ts`)
process.argv.splice(1, 2, file)
const [{ text }] = esbuild().buildSync({
  entryPoints: [file],
  outfile: file.replace(/ts$/, 'js'),
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
}).outputFiles
process.setSourceMapsEnabled(true)
module._compile(text, file)
module.exports.run()

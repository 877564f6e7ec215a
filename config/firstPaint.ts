import fs from 'node:fs'
import path from 'node:path'
import { type Compilation, type Compiler, sources } from 'webpack'

const SCRIPT = path.resolve(__dirname, '../src/install/firstFiles.js')
const PAGE = 'index.html'
/** Where an address without a page leads (src/routes.ts). */
const HOME = 'pages/home/index'

/** Shows something before the app has come: H5's page asks at once for all that its first page will need. */
export class FirstPaint {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('FirstPaint', (compilation) => {
      // last: only then do the files have their names
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'FirstPaint', stage }, () => {
        const page = compilation.getAsset(PAGE)?.source.source().toString()
        if (page) compilation.updateAsset(PAGE, new sources.RawSource(sooner(page, compilation)))
      })
    })
  }
}

/** By page: what it takes beside the app itself. */
function filesOf(compilation: Compilation): Record<string, string[]> {
  const app = new Set(compilation.entrypoints.get('app')?.getFiles())
  const pages = compilation.chunkGroups.flatMap((group) => {
    const files = group.getFiles().filter((file) => !app.has(file) && !file.endsWith('.map'))
    return group.origins
      .map(({ request }) => request?.replace(/^\.\//, '') ?? '')
      .filter((page) => page.endsWith('/index'))
      .map((page) => [page, files.map((file) => `/${file}`)] as const)
  })
  return Object.fromEntries(pages)
}

/** The style comes after what is shown without it, so that it does not hold that up. */
function sooner(page: string, compilation: Compilation): string {
  const script = fs
    .readFileSync(SCRIPT, 'utf8')
    .replace(/^\/\/.*\n/gm, '')
    .replace('__FILES__', JSON.stringify(filesOf(compilation)))
    .replace('__HOME__', JSON.stringify(HOME))
  const icons = compilation.getAssets().find(({ name }) => /^icons\..*svg$/.test(name))
  // crossorigin: as masks are fetched
  const picture = icons ? `<link rel="preload" as="image" href="/${icons.name}" crossorigin>` : ''
  const [style = ''] = page.match(/<link href="[^"]+" rel="stylesheet">/) ?? []
  return page
    .replace(style, '')
    .replace('<script defer', `${picture}<script>{${script}}</script><script defer`)
    .replace('<div id="app">', `${style}<div id="app">`)
}

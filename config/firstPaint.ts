import fs from 'node:fs'
import path from 'node:path'
import { type Compilation, type Compiler, sources } from 'webpack'

const SCRIPT = path.resolve(__dirname, '../src/install/firstFiles.js')
const TOKENS = path.resolve(__dirname, '../src/styles/tokens.css')
const PAGE = 'index.html'
/** Where an address without a page leads (src/routes.ts). */
const HOME = 'pages/home/index'
/** Which pictures of icons (config/iconSprite.ts) the first page surely draws from. */
const FIRST_ICONS = /^icons-0\..*svg$/

/** What the first pages write with: sizes in px by weight. */
const LETTERS = { 400: [12, 13, 14, 15, 16, 24], 500: [12, 13, 15], 600: [12, 15, 17, 22, 24] }

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
  const pictures = compilation
    .getAssets()
    .filter(({ name }) => FIRST_ICONS.test(name))
    // crossorigin: as masks are fetched
    .map(({ name }) => `<link rel="preload" as="image" href="/${name}" crossorigin>`)
  const [style = ''] = page.match(/<link href="[^"]+" rel="stylesheet">/) ?? []
  return page
    .replace(style, '')
    .replace('<script defer', `${pictures.join('')}<script>{${script}}</script><script defer`)
    .replace('<div id="app">', `${style}<div id="app">`)
    .replace('</div>', `${letters()}</div>`)
}

/**
 * Unseen words in what is shown at once: a phone looks for the letters of each size and weight when it first needs
 * them, which takes longer than all else of a page. So it does while the code is still on its way.
 */
function letters(): string {
  const [, font = ''] = fs.readFileSync(TOKENS, 'utf8').match(/--font:\s*([^;]+);/) ?? []
  const words = Object.entries(LETTERS).flatMap(([weight, sizes]) =>
    sizes.map((size) => `<u style="font-weight:${weight};font-size:${size}px">点单，1</u>`),
  )
  const family = font.replace(/\s+/g, ' ').replaceAll('"', "'")
  return `<p style="position:absolute;visibility:hidden;font-family:${family}">${words.join('')}</p>`
}

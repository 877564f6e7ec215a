import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Compilation, type Compiler, sources } from 'webpack'
import brand from '../domain/district/brand.json'

const FOLDER = path.resolve(__dirname, '../src/install')
const ICONS = ['icon-192.png', 'icon-512.png', 'icon-maskable-512.png', 'apple-touch-icon.png']
const RED = '#c3231c'

const icon = (size: number, maskable = false) => ({
  src: `/icon-${maskable ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose: maskable ? 'maskable' : 'any',
})

const MANIFEST = {
  id: '/',
  start_url: '/',
  scope: '/',
  name: brand.name,
  short_name: brand.name,
  description: '群众点单、社区派单、党员接单、群众评单',
  lang: 'zh-CN',
  display: 'standalone',
  orientation: 'portrait',
  theme_color: RED,
  background_color: '#f5f5f3',
  icons: [icon(192), icon(512), icon(512, true)],
}

/** Makes H5 an app that can be installed and opens without a network: manifest, icons, service worker. */
export class Installable {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('Installable', (compilation) => {
      const { PROCESS_ASSETS_STAGE_ADDITIONAL, PROCESS_ASSETS_STAGE_REPORT } = compiler.webpack.Compilation
      const { processAssets } = compilation.hooks
      processAssets.tap({ name: 'Installable', stage: PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        emit(compilation, 'manifest.webmanifest', JSON.stringify(MANIFEST))
        for (const name of ICONS) emit(compilation, name, fs.readFileSync(path.join(FOLDER, name)))
      })
      // last of all: only then do the files have their names
      processAssets.tap({ name: 'Installable', stage: PROCESS_ASSETS_STAGE_REPORT }, () => {
        emit(compilation, 'worker.js', workerOf(compilation))
      })
    })
  }
}

const emit = (compilation: Compilation, name: string, content: string | Buffer) =>
  compilation.emitAsset(name, new sources.RawSource(content))

function workerOf(compilation: Compilation): string {
  const files = compilation
    .getAssets()
    .map(({ name }) => `/${name}`)
    .filter((name) => /\.(js|css|svg|png|webmanifest)$/.test(name))
    .sort()
  const page = compilation.getAsset('index.html')?.source.source() ?? ''
  const version = createHash('sha256').update(files.join()).update(page).digest('hex').slice(0, 16)
  return fs
    .readFileSync(path.join(FOLDER, 'worker.js'), 'utf8')
    .replace('__FILES__', JSON.stringify(files))
    .replace('__VERSION__', JSON.stringify(version))
}

import { createHash } from 'node:crypto'
import { type Compilation, type Compiler, sources } from 'webpack'

const ICON = /\.i-([\w-]+)\s*\{\s*--i:\s*url\("data:image\/svg\+xml,([^"]*)"\);?\s*\}/g
const CELL = 24

/**
 * Draws all icons of H5 from one picture. Each as a picture of its own (styles/icons.css, the only way in WeChat) is
 * a document to a browser, which takes 2 ms of a slow phone each, before anything is painted.
 */
export class IconSprite {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('IconSprite', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS
      compilation.hooks.processAssets.tap({ name: 'IconSprite', stage }, () => {
        for (const { name, source } of compilation.getAssets())
          if (name.endsWith('.css')) gather(compilation, name, source.source().toString())
      })
    })
  }
}

function gather(compilation: Compilation, name: string, css: string) {
  const icons = [...css.matchAll(ICON)].map(([, icon = '', picture = '']) => ({ icon, picture }))
  if (icons.length === 0) return
  const side = Math.ceil(Math.sqrt(icons.length))
  const sprite = drawn(
    icons.map(({ picture }) => decodeURIComponent(picture)),
    side,
  )
  const file = `icons.${createHash('sha256').update(sprite).digest('hex').slice(0, 8)}.svg`
  compilation.emitAsset(file, new sources.RawSource(sprite))
  const at = new Map(icons.map(({ icon }, index) => [icon, place(index, side)]))
  const placed = css.replace(ICON, (_, icon) => `.i-${icon} { --i: ${at.get(icon)}; }`)
  compilation.updateAsset(name, new sources.RawSource(`${placed}\n${rules(`/${file}`, side)}`))
}

/** Side by side and row by row. */
const drawn = (pictures: string[], side: number) => {
  const cells = pictures.map((picture, index) => {
    const [x, y] = [(index % side) * CELL, Math.floor(index / side) * CELL]
    return picture.replace(/^<svg xmlns='[^']*'/, `<svg x='${x}' y='${y}' width='${CELL}' height='${CELL}'`)
  })
  const edge = side * CELL
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${edge}' height='${edge}'>${cells.join('')}</svg>`
}

const percent = (index: number, side: number) => `${((index / (side - 1)) * 100).toFixed(4)}%`
const place = (index: number, side: number) =>
  `${percent(index % side, side)} ${percent(Math.floor(index / side), side)}`

/** In place of those in styles/base.css; an unknown name lies outside and draws nothing. */
const rules = (url: string, side: number) =>
  `.i, .lead::before { ${['-webkit-mask', 'mask']
    .map(
      (mask) =>
        `${mask}-image: url(${url}); ${mask}-size: ${side * 100}% auto; ${mask}-position: var(--i, 900% 0);`,
    )
    .join(' ')} }`

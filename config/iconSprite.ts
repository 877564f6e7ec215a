import { createHash } from 'node:crypto'
import { type Compilation, type Compiler, sources } from 'webpack'

const ICON = /\.i-([\w-]+)\s*\{\s*--i:\s*url\("data:image\/svg\+xml,([^"]*)"\);?\s*\}/g
const CELL = 24
/** Drawn on nearly every page. */
const OFTEN = `
  home list-details plus clipboard-check user mark chevron-left chevron-down chevron-right search x check map-pin
  clock phone s-claim s-claimed s-serving s-done hand-stop gift lifebuoy message-report clipboard-list heart-handshake`
  .trim()
  .split(/\s+/)

interface Icon {
  name: string
  picture: string
}

/**
 * Draws the icons of H5 from two pictures. Each as a picture of its own (styles/icons.css, the only way in WeChat) is
 * a document to a browser, which takes 2 ms of a slow phone each, before anything is painted; and where all are one,
 * that one is gone through whole for every icon. So those that nearly every page draws have one of their own.
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
  const icons = [...css.matchAll(ICON)].map(([, icon = '', picture = '']) => ({ name: icon, picture }))
  if (icons.length === 0) return
  const rules = new Map<string, string>()
  for (const [index, some] of oftenFirst(icons).entries()) {
    const side = Math.ceil(Math.sqrt(some.length))
    const drawn = draw(some, side)
    const file = `icons-${index}.${createHash('sha256').update(drawn).digest('hex').slice(0, 8)}.svg`
    compilation.emitAsset(file, new sources.RawSource(drawn))
    for (const [at, icon] of some.entries())
      rules.set(
        icon.name,
        `.i-${icon.name} { --p: url(/${file}); --z: ${side * 100}% auto; --i: ${place(at, side)}; }`,
      )
  }
  const placed = css.replace(ICON, (_, icon) => rules.get(icon) ?? '')
  compilation.updateAsset(name, new sources.RawSource(`${placed}\n${CUT_OUT}`))
}

function oftenFirst(icons: Icon[]): [Icon[], Icon[]] {
  const unknown = OFTEN.find((name) => !icons.some((icon) => icon.name === name))
  if (unknown) throw new Error(`no such icon: ${unknown}`)
  const isOften = ({ name }: Icon) => OFTEN.includes(name)
  return [icons.filter(isOften), icons.filter((icon) => !isOften(icon))]
}

/** Side by side and row by row. */
function draw(icons: Icon[], side: number): string {
  const cells = icons.map(({ picture }, index) => {
    const [x, y] = [(index % side) * CELL, Math.floor(index / side) * CELL]
    return decodeURIComponent(picture).replace(
      /^<svg xmlns='[^']*'/,
      `<svg x='${x}' y='${y}' width='${CELL}' height='${CELL}'`,
    )
  })
  const edge = side * CELL
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${edge}' height='${edge}'>${cells.join('')}</svg>`
}

const percent = (index: number, side: number) => `${((index / (side - 1)) * 100).toFixed(4)}%`
const place = (index: number, side: number) =>
  `${percent(index % side, side)} ${percent(Math.floor(index / side), side)}`

/** In place of those in ui/Icon.css; an unknown name has no picture and draws nothing. */
const CUT_OUT = `.i, .lead::before { ${['-webkit-mask', 'mask']
  .map(
    (mask) =>
      `${mask}-image: var(--p, linear-gradient(transparent, transparent)); ${mask}-size: var(--z, auto); ${mask}-position: var(--i, 0 0);`,
  )
  .join(' ')} }`

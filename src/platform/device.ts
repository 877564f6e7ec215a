import Taro from '@tarojs/taro'

/** What our own navigation bar leaves free, in px. */
export interface Frame {
  /** Height of the status bar above it. */
  statusBar: number
  /** Width of WeChat's capsule on the right, with its margins; 0 in a browser. */
  capsule: number
  /** Height of the bar itself, in which the capsule sits centred. */
  bar: number
}

const BAR = 44

let frame: Frame | undefined

/** The same for the whole run, so asked once. */
export function navFrame(): Frame {
  frame ??= process.env.TARO_ENV === 'h5' ? { statusBar: 0, capsule: 0, bar: BAR } : wechatFrame()
  return frame
}

function wechatFrame(): Frame {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  // Some phones answer zeros while the app starts.
  if (!capsule?.width) return { statusBar: statusBarHeight, capsule: 97, bar: BAR }
  return {
    statusBar: statusBarHeight,
    capsule: windowWidth - capsule.left,
    bar: (capsule.top - statusBarHeight) * 2 + capsule.height,
  }
}

const USUAL_FONT_PX = 16

/**
 * How much larger than usual the phone shows text. WeChat tells its own font setting (17 is its middle step, 16
 * on older phones); a browser grows the root's font.
 */
export const systemTextScale = (): number =>
  process.env.TARO_ENV === 'h5' ? rootFontPx() / USUAL_FONT_PX : wechatTextScale()

function wechatTextScale(): number {
  // Older WeChat does not tell, and Taro's types do not name it.
  const info = Taro.getAppBaseInfo() as object as { fontSizeSetting?: number }
  const { fontSizeSetting = USUAL_FONT_PX } = info
  return Math.round(fontSizeSetting) <= 17 ? 1 : fontSizeSetting / USUAL_FONT_PX
}

/** Asked of an element of its own: Taro sets a size on the root itself. */
function rootFontPx(): number {
  const probe = document.createElement('div')
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium'
  document.body.append(probe)
  const px = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return px || USUAL_FONT_PX
}

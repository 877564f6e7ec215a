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
  frame ??= readFrame()
  return frame
}

function readFrame(): Frame {
  if (process.env.TARO_ENV === 'h5') return { statusBar: 0, capsule: 0, bar: BAR }
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

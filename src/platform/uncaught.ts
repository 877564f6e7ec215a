import Taro from '@tarojs/taro'

/** What nobody caught: thrown by a handler of an event or a timer, or by a promise that nobody waited for. */
export function onUncaught(listener: (error: unknown) => void): void {
  if (process.env.TARO_ENV === 'h5') {
    addEventListener('error', ({ error, message }) => listener(error ?? message))
    addEventListener('unhandledrejection', ({ reason }) => listener(reason))
    return
  }
  // Taro has what this WeChat has. It tells an error as text, which names the error in its second line.
  Taro.onError?.((text) => listener(String(text).split('\n').slice(0, 2).join(' ')))
  Taro.onUnhandledRejection?.(({ reason }) => listener(reason))
}

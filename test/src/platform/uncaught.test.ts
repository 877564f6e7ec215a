import Taro from '@tarojs/taro'
import { onUncaught } from '@/platform/uncaught'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const told: unknown[] = []
const listen = (platform: string) => {
  process.env.TARO_ENV = platform
  onUncaught((error) => told.push(error))
}
beforeEach(() => told.splice(0))

test('a browser tells what its handlers and promises throw', () => {
  listen('h5')
  const error = new TypeError('x')
  window.dispatchEvent(new ErrorEvent('error', { error }))
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'late' }))
  expect(told).toEqual([error, 'late'])
})

test('WeChat tells it as text', () => {
  const tell: Record<string, (said: never) => void> = {}
  Object.assign(Taro, {
    onError: (listener: () => void) => Object.assign(tell, { error: listener }),
    onUnhandledRejection: (listener: () => void) => Object.assign(tell, { rejection: listener }),
  })
  listen('weapp')
  tell.error?.('MiniProgramError\nx is not a function\nTypeError: x is not a function at …' as never)
  tell.rejection?.({ reason: 'late' } as never)
  expect(told).toEqual(['MiniProgramError x is not a function', 'late'])
})

test('a WeChat that has neither starts all the same', () => {
  Object.assign(Taro, { onError: undefined, onUnhandledRejection: undefined })
  expect(() => listen('weapp')).not.toThrow()
})

import { drawToast } from '@/platform/web/toast'

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  jest.runAllTimers()
  jest.useRealTimers()
  document.body.innerHTML = ''
})

const said = () => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)

test('the newest word stands alone, for its own time, and goes by itself', () => {
  drawToast('已提醒社区', 2500)
  jest.advanceTimersByTime(2000)
  drawToast('已撤单', 2500)
  expect(said()).toEqual(['已撤单'])
  jest.advanceTimersByTime(2000)
  expect(said()).toEqual(['已撤单'])
  jest.advanceTimersByTime(500)
  expect(said()).toEqual([])
})

test('it is as large as the page in front, and words are never read as markup', () => {
  document.body.innerHTML = '<div class="page"></div><div class="page elder" style="--safe-top: 20px"></div>'
  drawToast('<b>好了</b>', 2500)
  const layer = document.querySelector<HTMLElement>('[role="status"]')
  expect(said()).toEqual(['<b>好了</b>'])
  expect(layer?.className).toBe('toast elder')
  expect(layer?.style.cssText).toContain('--safe-top')
})

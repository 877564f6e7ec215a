import path from 'node:path'
import { launch, type Phone } from './harness'
import type { MiniComponent } from './miniApp'

jest.setTimeout(120_000)

let phone: Phone
beforeAll(async () => {
  phone = launch(path.resolve('dist/weapp'))
  await phone.open('/pages/place/index')
})
afterAll(() => phone?.kill())

type Attributes = { _vt?: { attrs?: { name: string; value: unknown }[] } }

/** What WeChat's templates give to its screen reader: the simulated views themselves carry no such attributes. */
const told = ({ _exparserNode }: MiniComponent, name: `aria${string}`) =>
  (_exparserNode as Attributes)._vt?.attrs?.find((attribute) => attribute.name === name)?.value

test('a button has its role, a choice its state', () => {
  const buttons = phone.$$('.btn')
  expect(buttons.length).toBeGreaterThan(0)
  for (const button of buttons) expect(told(button, 'ariaRole')).toBe('button')
  const chosen = phone.$$('.tile').map((tile) => [told(tile, 'ariaRole'), told(tile, 'ariaChecked')])
  expect(chosen.filter(([role]) => role !== 'radio')).toEqual([])
  expect(chosen.filter(([, checked]) => checked === true).length).toBeLessThan(chosen.length)
})

test('what shows no words has a name', () => {
  const back = phone.$('.nav__back')
  expect(back && told(back, 'ariaLabel')).toBe('返回')
  const area = phone.$('.textarea__text')
  expect(area && told(area, 'ariaLabel')).toBeTruthy()
})

test('tabs say which is chosen', async () => {
  await phone.switchTab('/pages/lists/index')
  await phone.waitFor(() => phone.$$('.tabbar__item').length)
  const tabs = phone.$$('.tabbar__item')
  expect(tabs.map((tab) => told(tab, 'ariaRole'))).toEqual(tabs.map(() => 'tab'))
  const current = tabs.filter((tab) => told(tab, 'ariaSelected') === true)
  expect(current.map((tab) => told(tab, 'ariaLabel'))).toEqual(['清单'])
})

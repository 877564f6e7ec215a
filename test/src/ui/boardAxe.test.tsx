import { render } from '@testing-library/react'
import axe from 'axe-core'
import BoardPage from '@/board'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => require('../../support/taroComponents'))
jest.mock('@/client', () => ({}))
jest.mock('@/platform/storage', () => ({ storage: { get() {}, set() {} } }))
jest.mock('@/platform/hooks', () => ({ useDidShow() {}, useDidHide() {} }))
jest.mock('@/shell/AppPage', () => ({ AppPage: require('@/ui/Page').Page }))

jest.setTimeout(60_000)

test('axe finds nothing in any state of any component', async () => {
  const { container } = render(<BoardPage />)
  // nothing is laid out here, so that what needs measuring is left to Chromium; and the board shows a page in a page
  const off = ['color-contrast', 'label-content-name-mismatch', 'landmark-main-is-top-level']
  const page = ['landmark-no-duplicate-main', 'landmark-unique']
  const rules = Object.fromEntries([...off, ...page].map((rule) => [rule, { enabled: false }]))
  const { violations } = await axe.run(container, { rules })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

import { fireEvent, render, screen } from '@testing-library/react'
import { ListRows } from '@/lists/ListRows'
import type { Pages } from '@/lists/usePages'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/platform/hooks', () => ({ usePageScroll: () => {}, useReachBottom: () => {} }))
jest.mock('@/platform/scroll', () => ({ scrollPageTo: () => {} }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn(), switchTab: jest.fn() }))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))
jest.mock('@/client', () => ({ refresh: jest.fn() }))

const pagesOf = (more: Pages['more']): Pages => ({
  ids: ['n1'],
  busy: false,
  trouble: undefined,
  more,
  again: () => {},
})
const list = (pages: Pages) => (
  <ListRows
    list='need'
    filterKey='today'
    ids={[]}
    rowOf={() => undefined}
    draw={() => null}
    newText={String}
    far
    pages={pages}
  />
)

test('of the pages so far none holds what fits: the next can be asked for, until there is none', () => {
  const more = jest.fn()
  const { rerender } = render(list(pagesOf(more)))
  fireEvent.click(screen.getByRole('button', { name: '加载更多' }))
  expect(more).toHaveBeenCalledTimes(1)
  rerender(list(pagesOf(undefined)))
  expect(screen.getByText(/没有/)).toBeTruthy()
})

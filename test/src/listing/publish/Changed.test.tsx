import { fireEvent, render, screen } from '@testing-library/react'
import { Changed } from '@/listing/publish/Changed'

jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))

const differing = [
  { field: 'title', label: '名称', mine: '磨刀和配钥匙', now: '磨刀' },
  { field: 'unit', label: '单位', mine: '台', now: '' },
] as const

test('both stand side by side, and only what is tapped is taken over', () => {
  const change = jest.fn()
  const now = { title: '磨刀', unit: '', seen: 'of now' }
  render(<Changed differing={[...differing]} now={now} change={change} />)
  expect(screen.getByText('我写的：磨刀和配钥匙')).toBeTruthy()
  expect(screen.getByText('现在的：没有写')).toBeTruthy()
  fireEvent.click(screen.getAllByRole('radio', { name: '用现在的' })[1] as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: '选好了' }))
  expect(change).toHaveBeenCalledWith({ unit: '', seen: 'of now' })
})

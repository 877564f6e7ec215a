import { fireEvent, render, screen } from '@testing-library/react'
import { QuestionSheet } from '@/shell/QuestionSheet'
import { ask, useSheet } from '@/shell/sheets'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const onYes = jest.fn()

function Asked() {
  const open = useSheet((state) => state.open)
  return open && open !== 'logIn' ? <QuestionSheet {...open} /> : null
}

beforeEach(() => {
  onYes.mockClear()
  ask({ title: '退出登录？', text: '再登录就能看到', yes: '退出', no: '不退', onYes })
  render(<Asked />)
})

test('nothing is done before somebody says yes', () => {
  fireEvent.click(screen.getByRole('button', { name: '不退' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onYes).not.toHaveBeenCalled()
})

test('yes does it once, and the question is gone', () => {
  fireEvent.click(screen.getByRole('button', { name: '退出' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onYes).toHaveBeenCalledTimes(1)
})

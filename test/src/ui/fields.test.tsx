import { act, fireEvent, render, screen } from '@testing-library/react'
import { Field } from '@/ui/Field'
import { Form, FormRow } from '@/ui/FormRow'
import { limited } from '@/ui/limited'
import { SearchBar } from '@/ui/SearchBar'
import { TextArea } from '@/ui/TextArea'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const nothing = () => {}

test('a field has its name, says what is wrong with it, and takes the cursor when it is asked to', () => {
  const typed = jest.fn()
  const field = (error?: string, focusAt?: number) => (
    <Field label='电话' placeholder='11 位' value='' onInput={typed} error={error} focusAt={focusAt} />
  )
  const { rerender } = render(field())
  const input = screen.getByLabelText('电话')
  expect(input.getAttribute('aria-invalid')).toBeNull()
  fireEvent.change(input, { target: { value: '138' } })
  expect(typed).toHaveBeenCalledWith('138')
  expect(document.activeElement).not.toBe(input)

  rerender(field('电话少了几位，请再看一下', 1))
  expect(screen.getByRole('alert').textContent).toBe('电话少了几位，请再看一下')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(input)

  act(() => input.blur())
  rerender(field('电话少了几位，请再看一下', 2))
  expect(document.activeElement).toBe(input)
})

test('a text area counts once it is nearly full', () => {
  const area = (words: string) => (
    <TextArea label='什么事' value={words} onInput={nothing} max={10} hint='方言也行' />
  )
  const { rerender } = render(area('水龙头'))
  expect(screen.getByText('方言也行')).toBeTruthy()
  rerender(area('水龙头一直在滴水关'))
  expect(screen.queryByText('方言也行')).toBeNull()
  expect(screen.getByText('9/10')).toBeTruthy()
})

test('a field counts what a reader counts, and halves nothing', () => {
  const typed = jest.fn()
  const area = (words: string) => <TextArea label='什么事' value={words} onInput={typed} max={4} />
  render(area('👨‍👩‍👧👍🏽𰻝'))
  expect(screen.getByText('3/4')).toBeTruthy()
  const field = screen.getByRole('textbox')
  fireEvent.input(field, { target: { value: '👨‍👩‍👧👍🏽𰻝好了' } })
  expect(typed).toHaveBeenLastCalledWith('👨‍👩‍👧👍🏽𰻝好')
  fireEvent.input(field, { target: { value: '灯\ud83d' } })
  expect(typed).toHaveBeenLastCalledWith('灯')
})

test('WeChat, which counts code units, leaves room for what still fits', () => {
  const { TARO_ENV } = process.env
  process.env.TARO_ENV = 'weapp'
  const limit = (value: string) => limited(4, value, nothing).maxlength
  expect([limit(''), limit('灯坏'), limit('👨‍👩‍👧👍🏽𰻝'), limit('👨‍👩‍👧👍🏽𰻝好')]).toEqual([5, 5, 16, 15])
  process.env.TARO_ENV = TARO_ENV
})

test('a search is emptied by its cross, which is there only when there is something', () => {
  const typed = jest.fn()
  const { rerender } = render(<SearchBar value='' placeholder='搜需求' onInput={typed} />)
  expect(screen.queryByRole('button', { name: '清空' })).toBeNull()
  rerender(<SearchBar value='修空调' placeholder='搜需求' onInput={typed} />)
  expect(screen.getByRole('search', { name: '搜需求' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '清空' }))
  expect(typed).toHaveBeenCalledWith('')
})

test('a row that can be tapped is a button with an arrow; one that cannot is words', () => {
  const opened = jest.fn()
  render(
    <Form>
      <FormRow icon='phone' title='联系电话' error='写上电话，师傅到了好找您' onTap={opened} />
      <FormRow title='只能看' value='3 件' />
    </Form>,
  )
  const row = screen.getByRole('button', { name: /联系电话/ })
  fireEvent.click(row)
  expect(opened).toHaveBeenCalledTimes(1)
  expect(screen.getAllByRole('button')).toHaveLength(1)
  expect(screen.getByRole('alert').textContent).toContain('写上电话')
})

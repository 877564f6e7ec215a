import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { ActionBar } from '@/ui/ActionBar'
import { Btn } from '@/ui/Btn'
import { Check } from '@/ui/Check'
import { Chips } from '@/ui/Chips'
import { Choice } from '@/ui/Choice'
import { Link } from '@/ui/Link'
import { Rating, type Score } from '@/ui/Rating'
import { Seg } from '@/ui/Seg'
import { Switch } from '@/ui/Switch'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

const checkedOnes = (role: 'radio' | 'checkbox' | 'switch') =>
  screen
    .queryAllByRole(role)
    .filter((each) => each.getAttribute('aria-checked') === 'true')
    .map((each) => each.textContent)

describe('what can be pressed', () => {
  test.each(['Enter', ' '])('answers to the key “%s”, once however long it is held', (key) => {
    const tapped = jest.fn()
    render(<Btn text='提交点单' onTap={tapped} />)
    const button = screen.getByRole('button', { name: '提交点单' })
    // taken: the page does not scroll for it
    expect(fireEvent.keyDown(button, { key })).toBe(false)
    fireEvent.keyDown(button, { key, repeat: true })
    expect(tapped).toHaveBeenCalledTimes(1)
  })

  test('answers to no other key, and can be reached by Tab', () => {
    const tapped = jest.fn()
    render(<Btn text='提交点单' onTap={tapped} />)
    const button = screen.getByRole('button')
    fireEvent.keyDown(button, { key: 'a' })
    expect(tapped).not.toHaveBeenCalled()
    expect(button.tabIndex).toBe(0)
  })

  test('keeps its tap from what it stands on', () => {
    const below = jest.fn()
    render(
      // biome-ignore lint/a11y: stands for a card
      <div onClick={below} onKeyDown={below}>
        <Btn text='我来接' onTap={() => {}} />
      </div>,
    )
    fireEvent.click(screen.getByRole('button'))
    fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })
    expect(below).not.toHaveBeenCalled()
  })

  test.each([{ disabled: true }, { busy: true }])('%p: is there, says so, and does nothing', (state) => {
    const tapped = jest.fn()
    render(<Btn text='提交点单' onTap={tapped} {...state} />)
    const button = screen.getByRole('button', { name: '提交点单' })
    fireEvent.click(button)
    fireEvent.keyDown(button, { key: 'Enter' })
    expect(tapped).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
  })
})

test('filters tell which was tapped, and which are on', () => {
  const tapped = jest.fn()
  const chips = [
    { key: 'near', text: '同一网格', on: true },
    { key: 'kind', text: '水电小修', on: true, ends: 'clear' as const },
    { key: 'when', text: '时间', ends: 'menu' as const },
  ]
  render(<Chips label='筛选' chips={chips} onTap={tapped} />)
  expect(screen.getByRole('group', { name: '筛选' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '时间' }).getAttribute('aria-pressed')).toBe('false')
  expect(screen.getByRole('button', { name: '同一网格' }).getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: '水电小修' }))
  expect(tapped).toHaveBeenCalledWith('kind')
})

test('of a choice exactly one is on, and none before', () => {
  const options = [
    { value: 'today', text: '今天' },
    { value: 'tomorrow', text: '明天' },
  ]
  function Day() {
    const [day, setDay] = useState<string>()
    return <Choice label='哪天' options={options} value={day} onChange={setDay} />
  }
  render(<Day />)
  expect(checkedOnes('radio')).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: '今天' }))
  fireEvent.click(screen.getByRole('radio', { name: '明天' }))
  expect(checkedOnes('radio')).toEqual(['明天'])
})

test('a segment says which is chosen', () => {
  const options = [
    { value: 'me', text: '本人' },
    { value: 'old', text: '代老人' },
  ]
  const changed = jest.fn()
  render(<Seg label='给谁' options={options} value='me' onChange={changed} />)
  expect(checkedOnes('radio')).toEqual(['本人'])
  fireEvent.click(screen.getByRole('radio', { name: '代老人' }))
  expect(changed).toHaveBeenCalledWith('old')
})

test('a rating is not chosen beforehand, and can be changed', () => {
  function Rate() {
    const [score, setScore] = useState<Score>()
    return <Rating value={score} onChange={setScore} />
  }
  render(<Rate />)
  expect(checkedOnes('radio')).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: '不满意' }))
  fireEvent.keyDown(screen.getByRole('radio', { name: '很满意' }), { key: ' ' })
  expect(checkedOnes('radio')).toEqual(['很满意'])
})

test('a switch says whether it is on', () => {
  const changed = jest.fn()
  render(<Switch label='长辈版' on={false} onChange={changed} />)
  const control = screen.getByRole('switch', { name: '长辈版' })
  expect(control.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(control)
  expect(changed).toHaveBeenCalledWith(true)
})

test('consent is ticked by its box or its words, but not by the link in them', () => {
  const changed = jest.fn()
  const opened = jest.fn()
  render(
    <Check checked={false} label='同意' onChange={changed}>
      我同意。
      <Link text='看说明' onTap={opened} />
    </Check>,
  )
  fireEvent.click(screen.getByRole('link', { name: '看说明' }))
  expect([opened.mock.calls.length, changed.mock.calls.length]).toEqual([1, 0])
  fireEvent.click(screen.getByRole('checkbox', { name: '同意' }))
  expect(changed.mock.calls).toEqual([[true]])
  fireEvent.click(screen.getByText(/我同意/))
  expect(changed.mock.calls).toEqual([[true], [true]])
})

test('an action bar has one main act; its others are buttons with words', () => {
  const urged = jest.fn()
  render(
    <ActionBar
      note={{ text: '草稿已保存在手机里' }}
      acts={[{ icon: 'bell', text: '催一催', onTap: urged }]}
      main={{ text: '联系陈师傅', onTap: () => {} }}
    />,
  )
  fireEvent.click(screen.getByRole('button', { name: '催一催' }))
  expect(urged).toHaveBeenCalledTimes(1)
  expect(screen.getByText('草稿已保存在手机里')).toBeTruthy()
  const red = [...document.querySelectorAll('.btn--primary')].map((each) => each.textContent)
  expect(red).toEqual(['联系陈师傅'])
})

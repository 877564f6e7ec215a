import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Sheet } from '@/ui/Sheet'
import { watchBack } from '@/ui/sheetBack'

jest.mock('@tarojs/components', () => require('../../support/taroComponents'))

function Asking() {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div>
      <Btn text='不用来了' onTap={() => setOpen(true)} />
      {open && (
        <Sheet title='确定吗？' actions={<Btn text='再等等' onTap={close} />} onClose={close}>
          陈师傅已经出发了
        </Sheet>
      )}
    </div>
  )
}

function open() {
  render(<Asking />)
  const opener = screen.getByRole('button', { name: '不用来了' })
  opener.focus()
  fireEvent.click(opener)
  return { opener, dialog: screen.getByRole('dialog', { name: '确定吗？' }) }
}
const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document, { key, ...more })

test('takes focus when it opens, and gives it back when Esc closes it', () => {
  const { opener, dialog } = open()
  expect(document.activeElement).toBe(dialog)
  press('Escape')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

test('keeps Tab inside, both ways', () => {
  open()
  const first = screen.getByRole('button', { name: '关闭' })
  const last = screen.getByRole('button', { name: '再等等' })
  press('Tab', { shiftKey: true })
  expect(document.activeElement).toBe(last)
  press('Tab')
  expect(document.activeElement).toBe(first)
  press('Tab', { shiftKey: true })
  expect(document.activeElement).toBe(last)
})

test.each<[string, () => void]>([
  ['its cross', () => fireEvent.click(screen.getByRole('button', { name: '关闭' }))],
  ['a tap beside it', () => fireEvent.click(document.querySelector('.scrim') as Element)],
  ['a pull at its head', () => pull(100)],
])('is closed by %s', (_, act) => {
  open()
  act()
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('stays when a finger only slips', () => {
  open()
  pull(20)
  expect(screen.queryByRole('dialog')).not.toBeNull()
})

function pull(by: number) {
  const grip = document.querySelector('.sheet__grip') as Element
  fireEvent.touchStart(grip, { touches: [{ clientY: 300 }] })
  fireEvent.touchEnd(grip, { changedTouches: [{ clientY: 300 + by }] })
}

test('of two, Esc closes the upper one', () => {
  const closed = jest.fn()
  render(<Sheet title='下面' onClose={() => closed('lower')} />)
  render(<Sheet title='上面' onClose={() => closed('upper')} />)
  press('Escape')
  expect(closed.mock.calls).toEqual([['upper']])
})

test('going back closes it and stays on the page; where a tap has closed it, back leaves as ever', async () => {
  history.replaceState({ idx: 0 }, '', '#/home')
  history.pushState({ idx: 1 }, '', '#/need')
  watchBack()
  const router = jest.fn()
  window.addEventListener('popstate', router)

  const { opener } = open()
  history.back()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(location.hash).toBe('#/need')

  fireEvent.click(opener)
  fireEvent.click(screen.getByRole('button', { name: '再等等' }))
  expect(router).not.toHaveBeenCalled()
  history.back()
  await waitFor(() => expect(location.hash).toBe('#/home'))
  expect(router).toHaveBeenCalledTimes(1)
  window.removeEventListener('popstate', router)
})

test('of two, going back closes the upper one, then the lower', async () => {
  history.pushState({ idx: 1 }, '', '#/need')
  watchBack()
  const closed = jest.fn()
  const lower = render(<Sheet title='下面' onClose={() => closed('lower')} />)
  const upper = render(<Sheet title='上面' onClose={() => closed('upper')} />)
  history.back()
  await waitFor(() => expect(closed.mock.calls).toEqual([['upper']]))
  upper.unmount()
  history.back()
  await waitFor(() => expect(closed.mock.calls).toEqual([['upper'], ['lower']]))
  expect(location.hash).toBe('#/need')
  lower.unmount()
})

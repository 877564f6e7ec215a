import { act, renderHook } from '@testing-library/react'
import { useKeptForm } from '@/listing/publish/useKeptForm'
import { useDrafts } from '@/store/drafts'

const opened = (quantity = '1') =>
  renderHook(() => useKeptForm('resource/r1', () => ({ title: '轮椅', quantity })))
const kept = () => useDrafts.getState().forms['resource/r1']

beforeEach(() => useDrafts.setState({ forms: {} }))

test('goes on where it was left, whatever the row says by now', () => {
  const first = opened()
  expect(first.result.current.resumed).toBe(false)
  act(() => {
    first.result.current.change({ title: '新轮椅' })
    first.result.current.change({ quantity: '2' })
  })
  first.unmount()
  const { form, resumed } = opened('5').result.current
  expect([form, resumed]).toEqual([{ title: '新轮椅', quantity: '2' }, true])
})

test('what is let go is as the row is; what was sent stands until the page has gone, and waits no more', () => {
  const { result, unmount } = opened()
  act(() => result.current.change({ title: '新轮椅' }))
  act(() => result.current.letGo())
  expect([result.current.form.title, kept()]).toEqual(['轮椅', undefined])
  act(() => result.current.change({ title: '电动轮椅' }))
  act(() => result.current.done())
  expect([result.current.form.title, kept()]).toEqual(['电动轮椅', undefined])
  unmount()
  expect(opened().result.current.resumed).toBe(false)
})

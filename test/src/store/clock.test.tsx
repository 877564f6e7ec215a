import { act, render, screen } from '@testing-library/react'
import { isLate } from 'domain/need/deadline'
import { useAppState } from '@/store/appState'
import { serverNow, tickOn, useNow, useTimed } from '@/store/clock'
import { useSelectedNow } from '@/store/selected'
import { aView, emptyRecords, publish } from '../need/store/views'

const MINUTE = 60_000

function aScreen() {
  const listeners = new Set<(visible: boolean) => void>()
  let shown = true
  return {
    visible: () => shown,
    onChange(listener: (visible: boolean) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(visible: boolean) {
      shown = visible
      for (const listener of listeners) listener(visible)
    },
  }
}
const phone = aScreen()
const drawn = { now: 0, hour: 0 }

function Now() {
  drawn.now++
  return <div>{useNow()}</div>
}
function Hour() {
  drawn.hour++
  return <p>{useTimed((now) => ({ hour: now.slice(11, 13) }), []).hour}</p>
}
const pass = (ms: number) => act(() => void jest.advanceTimersByTime(ms))
const shown = () => screen.getByText(/^2026/).textContent

let stop = () => {}
beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-18T04:00:20.000Z') })
  useAppState.setState({ clockOffsetMs: 0 })
  emptyRecords()
  Object.assign(drawn, { now: 0, hour: 0 })
  phone.show(true)
  stop = tickOn(phone)
})
afterEach(() => {
  stop()
  jest.useRealTimers()
})

test('the time that is shown is the server’s, and moves when its minute does', () => {
  useAppState.setState({ clockOffsetMs: 5 * MINUTE })
  render(<Now />)
  expect(shown()).toBe('2026-03-18T04:05:20.000Z')
  pass(39_000)
  expect(shown()).toBe('2026-03-18T04:05:20.000Z')
  pass(1000)
  expect(shown()).toBe('2026-03-18T04:06:00.000Z')
  expect(serverNow()).toBe('2026-03-18T04:06:00.000Z')
})

test('what comes out the same is not drawn again', () => {
  render(
    <div>
      <Now />
      <Hour />
    </div>,
  )
  for (let n = 0; n < 10; n++) pass(MINUTE)
  expect(drawn.now).toBe(11)
  expect(drawn.hour).toBe(1)
  pass(50 * MINUTE)
  expect(drawn.hour).toBe(2)
})

test('nothing ticks while nobody looks, and at once when they look again', () => {
  const { unmount } = render(<Now />)
  act(() => phone.show(false))
  expect(jest.getTimerCount()).toBe(0)
  pass(30 * MINUTE)
  expect(shown()).toBe('2026-03-18T04:00:20.000Z')
  act(() => phone.show(true))
  expect(shown()).toBe('2026-03-18T04:30:20.000Z')
  unmount()
  expect(jest.getTimerCount()).toBe(0)
})

test('what is derived from rows follows the minute too, not only the rows', () => {
  function Late() {
    const late = useSelectedNow(
      ({ needs }) => needs,
      ({ needs }, now) => Object.values(needs).filter((view) => isLate(view, now)),
    )
    return <div>{late.length} late</div>
  }
  publish(aView(1, { respondBy: '2026-03-18T04:01:30.000Z' }))
  render(<Late />)
  expect(screen.getByText('0 late')).toBeTruthy()
  pass(MINUTE)
  expect(screen.getByText('0 late')).toBeTruthy()
  pass(MINUTE)
  expect(screen.getByText('1 late')).toBeTruthy()
})

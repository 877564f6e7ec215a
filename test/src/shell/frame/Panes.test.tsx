import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { NeedContent } from '@/need/detail/NeedContent'
import { DispatchContent } from '@/need/dispatch/DispatchContent'
import { Queue } from '@/need/queue/Queue'
import { goTo } from '@/platform/navigation'
import { Framed } from '@/shell/frame/Framed'
import { useScroll } from '@/shell/frame/frame'
import { Panes } from '@/shell/frame/Panes'
import { SheetFrame } from '@/shell/frame/SheetFrame'
import { useAppState } from '@/store/appState'
import { aMember, aSecretary, idOf, noon } from '../../../support/builders'
import { aView, emptyRecords, logIn, publish } from '../../need/store/views'
import { aHelper, publishPeople } from '../../work/workbench'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({
  send: jest.fn(() => ({ ok: true, commandId: 'c' })),
  now: () => '2026-03-18T04:00:00.000Z',
  followed: () => true,
  fetchNeed: async () => ({ ok: false, code: 'notFound', text: '没有找到' }),
  fetchStaffNeeds: async () => ({ ok: true, ids: [], next: undefined }),
  fetchFigures: async () => ({ ok: false }),
}))
jest.mock('@/platform/hooks', () => ({ useDidShow() {}, useDidHide() {} }))
jest.mock('@/platform/storage', () => ({ storage: { get() {}, set() {} } }))
jest.mock('@/platform/dialog', () => ({ toast() {} }))
jest.mock('@/platform/navigation', () => ({
  ...jest.requireActual('@/platform/navigation'),
  goTo: jest.fn(),
}))

const me = aHelper(aSecretary(), { displayName: '黄书记' })
const first = { id: idOf('n', 1), title: '没电' }
const second = { id: idOf('n', 2), title: '教手机' }

const CONTENTS = {
  '/pages/need/index': ({ id = '' }) => <NeedContent id={id} />,
  '/desk/dispatch/index': DispatchContent,
}
const desk = (
  <Panes
    main={
      <Framed title='派单台'>
        <Queue me={me} now={noon} />
      </Framed>
    }
    contents={CONTENTS}
    nothing={<p>在左边点一单</p>}
  />
)
const left = () => within(screen.getByRole('region', { name: '左栏' }))
const right = () => within(screen.getByRole('region', { name: '右栏' }))
const titles = (pane: typeof left) =>
  pane()
    .getAllByRole('heading', { level: 1 })
    .map((each) => each.textContent)
const tap = (pane: typeof left, name: string | RegExp) =>
  act(() => void fireEvent.click(pane().getAllByRole('button', { name }).at(-1) as HTMLElement))
const body = (pane: 0 | 1) => document.querySelectorAll('.pane__body')[pane] as HTMLElement

beforeEach(() => {
  jest.mocked(goTo).mockClear()
  history.replaceState({ idx: 0 }, '', '#/board/index')
  emptyRecords()
  logIn(me)
  publishPeople(aHelper(aMember(11), { displayName: '梁师傅' }))
  publish(aView(1, first), aView(2, second))
  useAppState.setState({ ready: true, filled: true, refused: [], outbox: [] })
})

test('what is opened on the left opens on the right, and from there the next, each with its own bars', () => {
  render(desk)
  expect(screen.getByText('在左边点一单')).toBeTruthy()
  tap(left, '没电')
  expect(titles(left)).toEqual(['派单台'])
  expect(titles(right)).toEqual(['点单详情'])
  tap(right, '派单')
  expect(titles(right)).toEqual(['派单'])
  tap(left, '没电')
  expect(titles(right)).toEqual(['点单详情'])
  expect(goTo).not.toHaveBeenCalled()
})

test('the address says what is open: a reload shows it again, 返回 what was open before', async () => {
  const { unmount } = render(desk)
  tap(left, '没电')
  tap(left, /^更多处理/)
  expect(titles(right)).toEqual(['派单'])
  unmount()
  render(desk)
  expect(titles(right)).toEqual(['派单'])
  tap(right, '返回')
  await waitFor(() => expect(titles(right)).toEqual(['点单详情']))
  act(() => history.forward())
  await waitFor(() => expect(titles(right)).toEqual(['派单']))
})

test('who came in by an address has nothing to go back to: 返回 closes what is open', () => {
  history.replaceState(
    { idx: 0 },
    '',
    `#/board/index?open=${encodeURIComponent(`/pages/need/index?id=${first.id}`)}`,
  )
  render(desk)
  expect(titles(right)).toEqual(['点单详情'])
  tap(right, '返回')
  expect(screen.getByText('在左边点一单')).toBeTruthy()
  expect(location.hash).toBe('#/board/index')
})

test('the router hears nothing of a step between two that are open, and of all others', async () => {
  render(desk)
  tap(left, '没电')
  const heard: string[] = []
  const hear = ({ type }: Event) => void heard.push(type)
  window.addEventListener('popstate', hear)
  window.addEventListener('hashchange', hear)
  tap(right, '返回')
  await waitFor(() => expect(screen.getByText('在左边点一单')).toBeTruthy())
  expect(heard).toEqual([])
  act(() => void window.dispatchEvent(new PopStateEvent('popstate', { state: history.state })))
  expect(heard).toEqual(['popstate'])
  window.removeEventListener('popstate', hear)
  window.removeEventListener('hashchange', hear)
})

test('an address that no pane can show shows none; a page that no pane holds opens on top', () => {
  history.replaceState({ idx: 0 }, '', '#/board/index?open=%2Fpages%2Fnobody%2Findex')
  render(desk)
  expect(screen.getByText('在左边点一单')).toBeTruthy()
  tap(left, /服务清单/)
  expect(goTo).toHaveBeenCalledWith('/desk/publish/index', { list: 'service' })
})

test('each pane scrolls by itself, and finds only what stands in it', () => {
  const seen: string[] = []
  function Scrolling({ name }: { name: string }) {
    const scroll = useScroll()
    scroll.useScrolled((scrollTop) => void seen.push(`${name} ${scrollTop}`))
    scroll.useNearEnd(() => void seen.push(`${name} end`))
    return (
      <button type='button' id='there' onClick={() => scroll.toId('there')}>
        {name}
      </button>
    )
  }
  const scrolling = (name: string) => (
    <Framed title={name}>
      <Scrolling name={name} />
    </Framed>
  )
  render(<Panes main={scrolling('a')} contents={{}} nothing={scrolling('b')} />)
  const sized = (pane: 0 | 1, top: number) => {
    Object.defineProperties(body(pane), { clientHeight: { value: 500 }, scrollHeight: { value: 3000 } })
    body(pane).scrollTop = top
    fireEvent.scroll(body(pane))
  }
  sized(1, 700)
  expect(seen.splice(0)).toEqual(['b 700'])
  sized(0, 2000)
  expect(seen.splice(0)).toEqual(['a 2000', 'a end'])
  const at = jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect')
  at.mockImplementation(function (this: HTMLElement) {
    return { top: this.id === 'there' && this.textContent === 'b' ? 300 : 0 } as DOMRect
  })
  tap(right, 'b')
  at.mockRestore()
  expect([body(0).scrollTop, body(1).scrollTop]).toEqual([2000, 988])
})

function WithSheet() {
  const [open, setOpen] = useState(true)
  const sheet = open && (
    <SheetFrame onClose={() => setOpen(false)}>
      <NeedContent id={first.id} />
    </SheetFrame>
  )
  return (
    <Panes
      main={
        <Framed title='左' over={sheet}>
          一件事
        </Framed>
      }
      contents={{ '/desk/dispatch/index': DispatchContent }}
      nothing={null}
    />
  )
}

test('the same need stands in a sheet; what is opened from it opens beside, and the sheet is gone', () => {
  render(<WithSheet />)
  const dialog = within(screen.getByRole('dialog', { name: '点单详情' }))
  expect(dialog.getAllByText('没电').length).toBeGreaterThan(0)
  act(() => void fireEvent.click(dialog.getByRole('button', { name: '派单' })))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(titles(right)).toEqual(['派单'])
})

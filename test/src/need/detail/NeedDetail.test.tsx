import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Actor } from 'domain/kernel/actor'
import type { Need, NeedEvent } from 'domain/need/need'
import type { Relation } from 'domain/need/relations'
import type { Person } from 'domain/person/person'
import { send } from '@/client'
import { NeedDetail } from '@/need/detail/NeedDetail'
import { callPhone } from '@/platform/reach'
import { useAppState } from '@/store/appState'
import { usePreferences } from '@/store/preferences'
import { publishMe, publishRecords } from '@/store/records'
import { aMember, aNeed, aResident, community, heldBy, noon } from '../../../support/builders'
import { emptyRecords } from '../store/views'
import { anEvent, seenAs } from '../view/story'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({
  send: jest.fn(() => ({ ok: true, commandId: 'c' })),
  reveal: jest.fn(async () => ({ ok: true })),
}))
jest.mock('@/platform/dialog', () => ({ toast: jest.fn() }))
jest.mock('@/platform/reach', () => ({ callPhone: jest.fn(), copyText: jest.fn() }))
jest.mock('@/platform/scroll', () => ({ scrollToId: jest.fn() }))
jest.mock('@/platform/navigation', () => ({
  goTo: jest.fn(),
  goBack: jest.fn(),
  switchTab: jest.fn(),
  urlOf: (path: string) => path,
}))
// what stands around every page has tests of its own
jest.mock('@/shell/AppPage', () => ({
  AppPage: ({ children, foot, over }: Record<'children' | 'foot' | 'over', React.ReactNode>) => (
    <div>
      {children}
      {foot}
      {over}
    </div>
  ),
}))

const resident = aResident()
const chen = { ...aMember(), displayName: '陈师傅' }
const served: Need = {
  ...aNeed({ status: 'served', servedAt: '2026-03-18T03:50:00.000Z' }),
  assignments: heldBy('serving', 1, chen).assignments.map((each) => ({
    ...each,
    active: false,
    outcome: 'finished',
  })),
}
const finished = [anEvent('finish', 1, { note: '换了整流器' })]

function show(who: Actor, need: Need, as: Relation[], events: NeedEvent[] = []) {
  const view = seenAs(need, as, events)
  publishMe({ ...who, skills: [], availability: [], capacity: 3 } as Person)
  publishRecords({
    needs: { [need.id]: view },
    areas: { [community]: { code: community, name: '燕山湖社区居委会', phone: '0662-6610003' } },
  })
  useAppState.setState({ ready: true, person: { id: who.id, displayName: who.displayName } })
  return render(<NeedDetail view={view} />)
}

const tap = (role: 'button' | 'radio', name: string | RegExp) =>
  act(() => void fireEvent.click(screen.getAllByRole(role, { name }).at(-1) as HTMLElement))
const sent = () => jest.mocked(send).mock.calls.map(([, args]) => args)
const named = (role: 'button' | 'radio') =>
  screen.queryAllByRole(role).map((each) => each.getAttribute('aria-label') ?? each.textContent)

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(noon) })
  jest.mocked(send).mockClear()
  emptyRecords()
  usePreferences.setState({ elder: false })
})
afterEach(() => jest.useRealTimers())

test('no face is chosen beforehand, and nothing is rated without one', () => {
  show(resident, served, ['requester'], finished)
  expect(screen.getAllByRole('radio').map((each) => each.getAttribute('aria-checked'))).toEqual(
    Array(4).fill('false'),
  )
  tap('button', '确认评价')
  expect(screen.getByRole('alert').textContent).toContain('请选一个')
  expect(sent()).toEqual([])
})

test('what was good is tapped, and goes along as a note', () => {
  show(resident, served, ['requester'], finished)
  tap('radio', '很满意')
  tap('button', '准时')
  tap('button', '仔细')
  tap('button', '确认评价')
  expect(sent()).toEqual([{ needId: served.id, action: 'rate', score: 4, note: '准时、仔细' }])
})

test('who is not satisfied is told of 重办, and says nothing twice', () => {
  show(resident, served, ['requester'], finished)
  tap('radio', '很满意')
  tap('button', '准时')
  tap('radio', '不满意')
  expect(screen.getByText(/会换一位来看/)).toBeTruthy()
  tap('button', '没办好')
  tap('button', '不满意，重办')
  const words = screen.getAllByRole('textbox').at(-1) as HTMLTextAreaElement
  expect(words.value).toBe('没办好')
  tap('button', '不满意，重办')
  expect(sent()).toEqual([{ needId: served.id, action: 'reopen', note: '没办好' }])
})

test('长辈版 asks one question: 满意, or 不满意，再办; a slip can be taken back', () => {
  usePreferences.setState({ elder: true })
  show(resident, served, ['requester'], finished)
  expect(named('radio')).toEqual([])
  expect(named('button')).toEqual(expect.arrayContaining(['满意', '不满意，再办']))
  tap('button', '满意')
  const [[, args, options] = []] = jest.mocked(send).mock.calls
  expect([args, options]).toEqual([
    { needId: served.id, action: 'rate', score: 3, note: undefined },
    { holdMs: 10_000 },
  ])
})

test('长辈版 says it too where a rating could not be kept', () => {
  usePreferences.setState({ elder: true })
  jest.mocked(send).mockReturnValueOnce({ ok: false, code: 'storageFull', text: '手机存满了' })
  show(resident, served, ['requester'], finished)
  tap('button', '满意')
  expect(screen.getByText('手机存满了')).toBeTruthy()
})

test('撤单 names who has set out, and a reason is tapped or written', () => {
  show(resident, heldBy('serving', 1, chen), ['requester'])
  tap('button', '撤单')
  expect(screen.getByRole('dialog', { name: '陈师傅已经出发了，确定不用来了吗？' })).toBeTruthy()
  tap('button', '不用来了')
  expect(screen.getByRole('alert').textContent).toContain('写一句原因')
  tap('button', '已经解决了')
  tap('button', '不用来了')
  expect(sent()).toMatchObject([{ action: 'withdraw', note: '已经解决了' }])
})

test('who waits may urge, add, withdraw, and call the community', () => {
  show(resident, heldBy('serving', 1, chen), ['requester'])
  expect(named('button')).toEqual(expect.arrayContaining(['催一催', '补充', '撤单', '打给社区']))
  tap('button', '打给社区')
  expect(callPhone).toHaveBeenCalledWith('0662-6610003')
  tap('button', '催一催')
  expect(sent()).toMatchObject([{ action: 'urge' }])
})

test('who holds it sees what is to be done, with the promise, and one way out', () => {
  show(chen, heldBy('claimed', 1, chen), ['holder'])
  expect(screen.getByRole('timer').textContent).toBe('还剩 1 天 23 小时')
  expect(named('button')).toEqual(['查看门牌和电话', expect.stringContaining('全部经过'), '遇到困难', '出发'])
  tap('button', '遇到困难')
  tap('button', '临时有事')
  tap('button', '退单')
  expect(sent()).toMatchObject([{ action: 'release', note: '临时有事' }])
})

test('a stranger reads how far it is, and is offered nothing', () => {
  show(aResident(7), heldBy('claimed', 1, chen), [])
  expect(named('button')).not.toEqual(expect.arrayContaining(['撤单']))
  expect(named('button')).not.toContain('查看门牌和电话')
})

import { act, fireEvent, render, screen } from '@testing-library/react'
import type { CandidatesAnswer } from 'domain/api'
import type { Person } from 'domain/person/person'
import { fetchCandidates, fetchFigures, fetchStaffNeeds, send, takeBack } from '@/client'
import { Queue } from '@/need/queue/Queue'
import * as candidates from '@/need/store/candidates'
import * as deadline from '@/need/view/deadline'
import { goTo } from '@/platform/navigation'
import { HeldBar } from '@/shell/HeldBar'
import { type QueueEntry, useAppState } from '@/store/appState'
import { publishRecords } from '@/store/records'
import {
  aGridWorker,
  aMember,
  anActor,
  aSecretary,
  community,
  elsewhere,
  idOf,
  noon,
  toPeople,
} from '../../../support/builders'
import { aHelper, buttons, publishPeople, tap } from '../../work/workbench'
import { aView, emptyRecords, logIn, offered, publish } from '../store/views'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({
  send: jest.fn(() => ({ ok: true, commandId: 'c' })),
  takeBack: jest.fn(() => true),
  now: () => '2026-03-18T04:00:00.000Z',
  fetchStaffNeeds: jest.fn(async () => ({ ok: true, ids: [], next: undefined })),
  fetchCandidates: jest.fn(async () => ({ ok: false, code: 'offline', text: '没有网络，联网后再看看' })),
  fetchFigures: jest.fn(async () => ({ ok: false, code: 'offline', text: '没有网络' })),
}))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))
jest.mock('@/platform/dialog', () => ({ toast: jest.fn() }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn(), switchTab: jest.fn() }))

const me = aHelper(aSecretary(), { displayName: '黄书记' })
const liang = aHelper(aMember(11), { displayName: '梁师傅' })
const wu = aHelper(aMember(12), { displayName: '吴师傅', skills: [] })
const late = { respondBy: '2026-03-18T03:30:00.000Z' }
const later = { respondBy: '2026-03-18T12:00:00.000Z' }

const suits = (helper: Person): CandidatesAnswer => ({
  people: [{ helper, match: { reasons: [{ about: 'near', mind: false, near: 'grid' }] } }],
  teams: [],
  all: { people: 1, teams: 0 },
})

const show = (who = me) => render(<Queue me={who} now={noon} />)

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(noon) })
  jest.mocked(send).mockClear()
  jest.mocked(goTo).mockClear()
  emptyRecords()
  logIn(me)
  publishPeople(liang, wu)
  useAppState.setState({ ready: true, filled: true, refused: [], outbox: [] })
})
afterEach(() => jest.useRealTimers())

test('what is late stands first, with who suits it and why; the others only say what they are', () => {
  publish(aView(1, { ...later, title: '教手机' }), aView(2, { ...late, title: '没电' }))
  const { container } = show()
  expect(buttons(/^派单给/)).toEqual([
    '派单给梁师傅：没电',
    '派单给吴师傅：没电',
    '派单给本社区接单大厅：没电',
  ])
  expect(screen.getByText('已超 30 分')).toBeTruthy()
  expect(screen.getByText('今天 20:00 前派出')).toBeTruthy()
  expect(container.querySelectorAll('.btn--primary')).toHaveLength(1)
})

test('one tap dispatches to a person, and is held for a moment', () => {
  publish(aView(1, { title: '没电' }))
  show()
  tap('派单给梁师傅：没电')
  expect(send).toHaveBeenCalledWith(
    'need.move',
    { needId: idOf('n', 1), action: 'dispatch', offer: toPeople(liang) },
    { holdMs: 5000 },
  )
})

test('or to a team, or to the pool', () => {
  const org = { id: idOf('o', 1), name: '水电组', kind: 'team' as const, areaCodes: [community] }
  publishRecords({ orgs: { [org.id]: org } })
  publishPeople(aHelper(aMember(13), { orgId: org.id, displayName: '老李' }))
  publish(aView(1, { title: '没电' }))
  show()
  expect(screen.getByText('1 人会这个，谁先接谁去')).toBeTruthy()
  tap('派单给水电组：没电')
  expect(jest.mocked(send).mock.calls[0]?.[1]).toMatchObject({ offer: { personIds: [], orgIds: [org.id] } })
  tap('派单给本社区接单大厅：没电')
  expect(jest.mocked(send).mock.calls[1]?.[1]).toMatchObject({ offer: { areaCode: community } })
})

test('a tap on another need shows its candidates, a tap on the open one the need itself', () => {
  publish(aView(1, { ...late, title: '没电' }), aView(2, { ...later, title: '教手机' }))
  show()
  tap(/教手机/)
  expect(buttons(/^派单给梁师傅/)).toEqual(['派单给梁师傅：教手机'])
  expect(goTo).not.toHaveBeenCalled()
  tap('教手机')
  expect(goTo).toHaveBeenCalledWith('/pages/need/index', { id: idOf('n', 2) })
})

test('candidates are looked for only where they are shown, and words made only for what is drawn', () => {
  const candidatesOf = jest.spyOn(candidates, 'useCandidates')
  const leftProps = jest.spyOn(deadline, 'leftProps')
  publish(...Array.from({ length: 40 }, (_, n) => aView(n, { title: `第 ${n} 件` })))
  show()
  expect(new Set(candidatesOf.mock.calls.map(([need]) => need.id)).size).toBe(1)
  expect(new Set(leftProps.mock.calls.map(([view]) => view)).size).toBe(10)
  candidatesOf.mockRestore()
  leftProps.mockRestore()
})

test('of a sensitive need the neutral words come first, of one for several people their choice', () => {
  publish(aView(1, { title: '陪诊', categoryCode: 'help-escort' }))
  show()
  tap('派单给梁师傅：陪诊')
  tap('派单给本社区接单大厅：陪诊')
  act(() => publish(aView(1, { title: '搬家', headcount: 3 })))
  tap('派单给梁师傅：搬家')
  expect(send).not.toHaveBeenCalled()
  expect(jest.mocked(goTo).mock.calls.map(([, params]) => params)).toEqual([
    { id: idOf('n', 1), to: liang.id },
    { id: idOf('n', 1) },
    { id: idOf('n', 1), to: liang.id },
  ])
})

test('staff of a grid see its needs, and that others are elsewhere', () => {
  const worker = aHelper(aGridWorker())
  logIn(worker)
  const inGrid = { gridCode: `${community}002` }
  publish(aView(1, { title: '没电' }), aView(2, { ...inGrid, title: '教手机' }))
  const { rerender } = show(worker)
  expect(screen.getByText(/只列本网格的单/)).toBeTruthy()
  expect(screen.getAllByText('教手机').length).toBeGreaterThan(0)
  expect(screen.queryByText('没电')).toBeNull()
  expect(buttons(/^派单给/)).toEqual([])
  expect(buttons(/待派单$/)).toEqual(['1待派单'])
  act(() => publish(aView(2, { ...inGrid, status: 'closed' })))
  rerender(<Queue me={worker} now={noon} />)
  expect(screen.getByText('本网格的都派出去了，也都办好了')).toBeTruthy()
})

test('a coordinator without a network: the pool alone, why, and another try', async () => {
  const coordinator = aHelper(anActor(9, [{ role: 'coordinator', area: community.slice(0, 6) }]))
  emptyRecords()
  logIn(coordinator)
  publish(aView(1, { title: '没电' }))
  await act(async () => void show(coordinator))
  expect(buttons(/^派单给/)).toEqual(['派单给本社区接单大厅：没电'])
  expect(screen.getByText(/没有网络，联网后再看看，可以先放到大厅/)).toBeTruthy()
  jest.mocked(fetchCandidates).mockResolvedValueOnce({ ok: true, candidates: suits(liang) })
  await act(async () => void fireEvent.click(screen.getByRole('link', { name: '再试一次' })))
  expect(buttons(/^派单给/)).toEqual(['派单给梁师傅：没电', '派单给本社区接单大厅：没电'])
})

describe('a coordinator', () => {
  const district = community.slice(0, 6)
  const coordinator = aHelper(anActor(9, [{ role: 'coordinator', area: district }]))
  const figures = (area: string, placed: number) => ({
    area,
    open: placed + 1,
    placed,
    soon: 0,
    late: 1,
    redo: 0,
  })
  const counted = (at = noon) =>
    jest.mocked(fetchFigures).mockResolvedValue({
      ok: true,
      figures: { at, areas: [figures(community, 10), figures(elsewhere, 3)] },
    })
  const named = (...codes: string[]) =>
    publishRecords({ areas: Object.fromEntries(codes.map((code) => [code, { code, name: `区划${code}` }])) })

  beforeEach(() => {
    emptyRecords()
    logIn(coordinator)
    publish(aView(1, { title: '没电' }))
    jest.mocked(fetchFigures).mockReset()
  })

  test('reads what the server counted over all they may see, not what the phone was given', async () => {
    jest.mocked(fetchFigures).mockReturnValue(new Promise(() => {}))
    await act(async () => void show(coordinator))
    expect(buttons(/待派单$/)).toEqual(['–待派单'])
  })

  test('has the figures of the area that is looked at, and is told how many of them are listed', async () => {
    counted()
    named(district, community.slice(0, 9), community, elsewhere.slice(0, 9), elsewhere)
    await act(async () => void show(coordinator))
    expect(buttons(/待派单$/)).toEqual(['13待派单'])
    expect(screen.getByText('先列了 1 件，一共 15 件')).toBeTruthy()
    await act(async () => tap(`区划${elsewhere.slice(0, 9)}`))
    expect(buttons(/待派单$/)).toEqual(['3待派单'])
    expect(screen.queryByText(/都派出去了/)).toBeNull()
  })

  test('has them anew after a minute, and once what was done here has arrived', async () => {
    counted()
    useAppState.setState({
      outbox: [{ command: { id: idOf('c', 1) }, state: 'waiting', about: '' } as QueueEntry],
    })
    await act(async () => void show(coordinator))
    const asked = () => jest.mocked(fetchFigures).mock.calls.length
    const before = asked()
    await act(async () => useAppState.setState({ outbox: [] }))
    expect(asked()).toBe(before + 1)
    await act(async () => void jest.advanceTimersByTime(61_000))
    expect(asked()).toBe(before + 2)
  })

  test('is told without a network when they were counted', async () => {
    counted('2026-03-18T03:41:00.000Z')
    const { unmount } = await act(async () => show(coordinator))
    unmount()
    jest.mocked(fetchFigures).mockResolvedValue({ ok: false, code: 'offline', text: '没有网络' })
    jest.mocked(fetchStaffNeeds).mockResolvedValueOnce({ ok: false, code: 'offline', text: '没有网络' })
    await act(async () => void show(coordinator))
    expect(buttons(/待派单$/)).toEqual(['13待派单'])
    expect(screen.getByText(/数字是 .*11:41 的/)).toBeTruthy()
  })

  test('is told no number of services and resources, of which the phone has only some', async () => {
    counted()
    await act(async () => void show(coordinator))
    expect(buttons(/^服务清单/)).toEqual(['服务清单'])
  })

  test('finds no prison and no farm among the chips', async () => {
    counted()
    named(
      district,
      community.slice(0, 9),
      community,
      '441704400',
      '441704400498',
      '441704501',
      '441704501598',
    )
    await act(async () => void show(coordinator))
    expect(buttons(/^区划/)).toEqual([`区划${district}`, `区划${community.slice(0, 9)}`])
  })
})

test('a figure shows only its needs', () => {
  publish(
    aView(1, { ...late, title: '没电' }),
    aView(2, { ...later, title: '又坏了', reopened: 1 }),
    aView(3, { ...offered, ...later, title: '在找人' }),
  )
  show()
  tap('1 重办')
  expect(screen.getAllByText('又坏了').length).toBeGreaterThan(0)
  expect(screen.queryByText('没电')).toBeNull()
})

test('what was dispatched can be taken back while it is held, and no longer', () => {
  publishPeople(liang)
  const args = { needId: idOf('n', 1), action: 'dispatch' as const, offer: toPeople(liang) }
  const command = { id: idOf('c', 1), seq: 1, name: 'need.move' as const, args, at: noon }
  const entry: QueueEntry = { command, about: '没电', state: 'held' }
  useAppState.setState({ outbox: [entry] })
  render(<HeldBar />)
  expect(screen.getByText('已派给梁师傅')).toBeTruthy()
  tap('撤回：已派给梁师傅')
  expect(takeBack).toHaveBeenCalledWith(command.id)
  act(() => useAppState.setState({ outbox: [{ ...entry, state: 'waiting' }] }))
  expect(screen.queryByText('撤回')).toBeNull()
})

import { act, render, screen } from '@testing-library/react'
import { summaryOf } from 'domain/need/needRow'
import type { Person } from 'domain/person/person'
import type { Entity } from 'domain/things'
import type { ComponentType } from 'react'
import AreasPage from '@/area/AreasPage'
import { replay } from '@/client/replay'
import HomePage from '@/home/HomePage'
import PublishPage from '@/listing/publish/PublishPage'
import ResourcePage from '@/listing/resource/ResourcePage'
import ServicePage from '@/listing/service/ServicePage'
import ListsPage from '@/lists/ListsPage'
import { showList } from '@/lists/listChoices'
import MePage from '@/me/MePage'
import NeedPage from '@/need/detail/NeedPage'
import DispatchPage from '@/need/dispatch/DispatchPage'
import EventPage from '@/need/event/EventPage'
import NeedsPage from '@/need/MyNeedsPage'
import RecordsPage from '@/need/records/RecordsPage'
import OutboxPage from '@/outbox/OutboxPage'
import { Found } from '@/search/Found'
import SearchPage from '@/search/SearchPage'
import { useAppState } from '@/store/appState'
import { setElder } from '@/store/preferences'
import { type NeedView, publishMe, useRecords } from '@/store/records'
import { troublesGoTo } from '@/store/troubles'
import WorkPage from '@/work/WorkPage'
import {
  aCentreHousehold,
  aMember,
  aNeed,
  anActor,
  aResident,
  aSecretary,
  aService,
  community,
  idOf,
  noon,
  toPool,
} from '../../support/builders'
import { variantsOf } from '../../support/newerRows'
import { emptyRecords } from './store/views'

let mockParams: Record<string, string> = {}
jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/client', () => {
  const none = async () => ({ ok: true, ids: [], next: undefined })
  return {
    ...{
      fetchNeeds: none,
      fetchServices: none,
      fetchResources: none,
      fetchStaffNeeds: none,
      fetchNeed: none,
      fetchCandidates: async () => ({ ok: false, text: '没有网络' }),
      fetchFigures: async () => ({ ok: false }),
    },
    ...{
      now: () => '2026-03-18T04:00:00.000Z',
      refresh: async () => {},
      demoIdentities: async () => ({ ok: true, people: [] }),
      send: jest.fn(),
      followed: () => true,
    },
  }
})
jest.mock('@/platform/hooks', () => ({
  ...{ useDidHide() {}, useDidShow() {}, usePageScroll() {}, usePullDownRefresh() {}, useReachBottom() {} },
  ...{ useShareAppMessage() {}, usePageParams: () => mockParams },
}))
jest.mock('@/platform/navigation', () => ({ goTo() {}, goBack() {}, switchTab() {}, urlOf: () => '' }))
jest.mock('@/platform/scroll', () => ({
  ...{ scrollPageTo() {}, scrollToId() {}, heightsOf: async () => new Map() },
}))
jest.mock('@/platform/device', () => ({ navFrame: () => ({ statusBar: 0, capsule: 0, bar: 44 }) }))
jest.mock('@/platform/dialog', () => ({ toast() {}, stopPullDown() {} }))
jest.mock('@/platform/reach', () => ({ callPhone() {}, copyText() {} }))
jest.mock('@/platform/share', () => ({ shareLink: async () => {} }))
jest.mock('@/platform/speech', () => ({ canSpeak: () => true, speak() {} }))
jest.mock('@/platform/update', () => ({ updateApp: async () => false }))
jest.mock('@/platform/install', () => ({ dropOpening() {} }))
jest.mock('@/platform/storage', () => ({ storage: { get() {}, set() {}, remove() {}, keys: () => [] } }))

const secretary = aSecretary()
const member = aMember()
const collector = aCentreHousehold()
const coordinator = anActor(6, [{ role: 'coordinator', area: '441704' }])
const people = [aResident(), member, secretary, collector, coordinator].map(
  (actor): Person => ({
    ...actor,
    skills: ['electric'],
    availability: [{ weekday: 3, from: '08:00', to: '18:00' }],
    capacity: 3,
  }),
)

const action = (name: string) => ({
  ...{ id: `e-${name}`, needId: idOf('n', 1), action: name, byId: member.id, byName: '陈师傅', at: noon },
  ...{ note: '一句话', said: { score: 1, headcount: 2 } },
})
const full = aNeed({
  ...{
    number: '0318-07',
    whenText: '今天',
    whenSpan: { from: noon, to: '2026-03-18T09:00:00.000Z' },
    alias: '黄伯',
  },
  ...{ placedFor: { alias: '黄伯', relation: '父亲' }, askers: [{ personId: collector.id, name: '王**' }] },
  ...{
    offer: { ...toPool, personIds: [member.id], orgIds: [idOf('o', 1)] },
    dispatchedAt: noon,
    headcount: 2,
  },
  ...{ serviceId: aService().id, sessionId: aService().sessions[0]?.id, rating: { score: 2, note: '好' } },
  assignments: [
    { slot: 1, personId: member.id, personName: '陈师傅', active: true, claimedAt: noon, startedAt: noon },
    {
      slot: 2,
      personId: 'x',
      personName: '林师傅',
      active: false,
      claimedAt: noon,
      outcome: 'finished',
      servedMin: 5,
    },
  ],
})
const mine = { as: ['requester', 'holder', 'invited', 'helped'], servedMin: 5 }
const STATUSES = ['placed', 'dispatched', 'serving', 'served', 'closed', 'rejected'] as const

const needRows = STATUSES.flatMap((status) => {
  const need = { ...full, status }
  const whole = { full: need, events: [action('place'), action('finish'), action('reject')], mine }
  const outline = { summary: summaryOf(need), mine }
  return status === 'dispatched'
    ? [whole, outline, ...variantsOf(whole), ...variantsOf(outline)]
    : [whole, outline]
})
const resource = {
  ...{
    id: idOf('r', 1),
    version: 1,
    communityCode: community,
    ownerName: '驿站',
    categoryCode: 'resource-item',
  },
  ...{ title: '折叠梯', description: '三米', quantity: 1, unit: '把', openText: '每天', listed: true },
}
const org = { id: idOf('o', 1), name: '水电组', kind: 'team', areaCodes: [community] }
const area = { code: community, name: '燕山湖社区居委会', phone: '0662-0000103' }

const world = { person: people[0], now: noon, held: () => [] }
/** As the sync would publish it; nothing of what cannot be read at all. */
function shown(entity: Entity, id: string, row: unknown) {
  try {
    return replay.show(`${entity}/${id}`, [{ scope: community, row }], [], world).view
  } catch {
    return undefined
  }
}

function tableOf(entity: Entity, rows: unknown[]): Record<string, never> {
  const views = rows.flatMap((row, n) => {
    const id = idOf(entity, n + 1)
    const view = shown(entity, id, row)
    return view ? [[id, view]] : []
  })
  return Object.fromEntries(views)
}

const needs = tableOf('need', needRows) as Record<string, NeedView>
const trouble = jest.fn()

function publish(me: Person | undefined) {
  emptyRecords()
  useRecords.setState({
    needs,
    services: tableOf('service', [aService(), ...variantsOf(aService())]),
    resources: tableOf('resource', [resource, ...variantsOf(resource)]),
    orgs: tableOf('org', [org, ...variantsOf(org)]),
    areas: { ...tableOf('area', variantsOf(area)), [community]: area },
    people: tableOf(
      'person',
      people.flatMap((each) => [each, ...variantsOf(each)]),
    ),
  })
  publishMe(me)
}

function draws(Page: ComponentType) {
  const { container, unmount } = render(<Page />)
  act(() => void jest.runOnlyPendingTimers())
  expect(container.textContent).not.toBe('')
  expect(trouble.mock.calls).toEqual([])
  expect(screen.queryAllByText(/暂时显示不了/)).toHaveLength(0)
  unmount()
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(noon) })
  process.env.TARO_ENV = 'h5'
  troublesGoTo(trouble)
  trouble.mockClear()
  jest.spyOn(console, 'error').mockImplementation(() => {})
  setElder(false)
  useAppState.setState({ ready: true, filled: true, community, sync: 'idle', outbox: [], refused: [] })
})
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

const who = [undefined, ...people]

test('there is something of each kind to be drawn', () => {
  expect(Object.keys(needs).length).toBeGreaterThan(300)
  expect(Object.values(needs).some(({ need }) => need.status === 'unknown')).toBe(true)
})

test.each([
  ['home', HomePage],
  ['work', WorkPage],
  ['me', MePage],
  ['outbox', OutboxPage],
  ['my needs', NeedsPage],
  ['records', RecordsPage],
  ['events', EventPage],
  ['areas', AreasPage],
  ['search', SearchPage],
  ['found', () => <Found q='灯' />],
] as const)('rows of a newer version leave nothing of the page %s undrawn, whoever looks', (_, Page) => {
  for (const me of who) {
    useAppState.setState({ person: me && { id: me.id, displayName: me.displayName } })
    publish(me)
    setElder(me === people[0])
    draws(Page)
  }
})

test('nor of the three lists, with each row in front', () => {
  publish(people[1])
  for (const list of ['need', 'resource', 'service'] as const) {
    act(() => showList(list))
    draws(ListsPage)
  }
})

test('nor of one need', () => {
  publish(people[1])
  for (const id of Object.keys(needs)) {
    mockParams = { id }
    draws(NeedPage)
  }
})

test('nor of its dispatch, nor of services, resources and their keeping', () => {
  publish(people[2])
  for (const id of Object.keys(needs).slice(0, 60)) {
    mockParams = { id }
    draws(DispatchPage)
  }
  const { services, resources } = useRecords.getState()
  for (const id of Object.keys(services).slice(0, 40)) {
    mockParams = { id }
    draws(ServicePage)
  }
  for (const id of Object.keys(resources).slice(0, 40)) {
    mockParams = { id }
    draws(ResourcePage)
  }
  for (const list of ['service', 'resource']) {
    mockParams = { list }
    draws(PublishPage)
  }
})

test('a row that is broken all the same takes itself and not the page', () => {
  publish(people[0])
  const [first] = Object.values(needs).filter(({ listed, mine }) => listed && !mine)
  const broken = {
    ...(first ?? Object.values(needs)[0]),
    mine: undefined,
    listed: true,
  } as unknown as NeedView
  const bad = { ...broken, need: { ...broken.need, id: 'bad', status: 'dispatched', assignments: null } }
  const good = { ...broken, need: { ...aNeed({ id: 'good', status: 'dispatched', title: '好的那一单' }) } }
  useRecords.setState({ needs: { bad, good } as unknown as Record<string, NeedView> })
  render(<HomePage />)
  expect(screen.getByText(/这一条暂时显示不了/)).toBeTruthy()
  expect(screen.getByText('好的那一单')).toBeTruthy()
  expect(screen.getByRole('tablist')).toBeTruthy()
  expect(trouble).toHaveBeenCalledWith('home/need', expect.any(TypeError))
})

import { act, renderHook } from '@testing-library/react'
import {
  poolOf,
  queueOf,
  useCounts,
  useMyNeeds,
  useMyTasks,
  useNeed,
  useNeedActions,
  useNeeds,
  useNeedsOf,
  usePool,
  useQueue,
} from '@/need/store/needs'
import { publishRecords, useRecords } from '@/store/records'
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
import { as, aView, claiming, emptyRecords, idsOf, logIn, offered, publish } from './views'

const member = aMember()
const id = (n: number) => idOf('n', n)

beforeEach(() => {
  emptyRecords()
  jest.useFakeTimers({ now: Date.parse(noon) })
})
afterEach(() => jest.useRealTimers())

/** A hook, and how often it was drawn. */
function watch<T>(hook: () => T) {
  let drawn = 0
  const { result } = renderHook(() => {
    drawn++
    return hook()
  })
  return { result, drawn: () => drawn }
}

describe('a changed row changes only its view', () => {
  test('rows that are not named keep their objects, and what is derived from them too', () => {
    publish(aView(1), aView(2))
    const before = useRecords.getState()
    act(() => publish(aView(2, { title: '水管漏水' })))
    const now = useRecords.getState()
    expect(now.needs[id(1)]).toBe(before.needs[id(1)])
    expect(now.needs[id(2)]).not.toBe(before.needs[id(2)])
    expect(now.services).toBe(before.services)
  })

  test('a component that looks at one need is not drawn for another', () => {
    publish(aView(1), aView(2))
    const one = watch(() => useNeed(id(1)))
    act(() => publish(aView(2, { title: '水管漏水' })))
    expect(one.drawn()).toBe(1)
    act(() => publish(aView(1, { title: '水管漏水' })))
    expect(one.drawn()).toBe(2)
  })

  test('a list is not drawn for a row that it does not show, nor for another table', () => {
    publish(aView(1), aView(2, { status: 'closed' }))
    const list = watch(() => useNeeds({ statuses: ['placed'] }))
    const { current } = list.result
    act(() => publish(aView(2, { status: 'closed', title: '水管漏水' })))
    act(() => publishRecords({ areas: { [community]: { code: community, name: '燕山湖社区' } } }))
    expect(list.drawn()).toBe(1)
    expect(list.result.current).toBe(current)
  })

  test('figures are not drawn while they stay the same', () => {
    publish(aView(1), aView(2))
    logIn(aSecretary())
    const counts = watch(() => useCounts())
    act(() => publish(aView(1, { title: '水管漏水' })))
    expect(counts.drawn()).toBe(1)
    act(() => publish(aView(3)))
    expect(counts.drawn()).toBe(2)
  })

  test('a row that is gone leaves every list', () => {
    publish(aView(1), aView(2))
    const list = watch(() => useNeeds({}))
    act(() => publishRecords({ needs: { [id(1)]: undefined } }))
    expect(idsOf(list.result.current)).toEqual([2])
    expect(id(1) in useRecords.getState().needs).toBe(false)
  })

  test('another filter is another list at once', () => {
    publish(aView(1), aView(2, { status: 'closed' }))
    const { result, rerender } = renderHook(({ statuses }) => useNeeds({ statuses }), {
      initialProps: { statuses: ['placed'] as const as readonly ('placed' | 'closed')[] },
    })
    expect(idsOf(result.current)).toEqual([1])
    rerender({ statuses: ['closed'] })
    expect(idsOf(result.current)).toEqual([2])
  })
})

test('the queue and the badge of a grid’s worker are of that grid', () => {
  const inGrid = { gridCode: `${community}002` }
  publish(
    aView(1),
    aView(2, inGrid),
    aView(3, { gridCode: undefined }),
    aView(4, { ...inGrid, status: 'closed' }),
  )
  logIn(aGridWorker())
  expect(idsOf(renderHook(() => useQueue()).result.current)).toEqual([2])
  expect(renderHook(() => useCounts()).result.current.toDispatch).toBe(1)
})

describe('lists', () => {
  test.each([
    ['an area and all below it', { area: community }, [1, 2]],
    ['a grid', { area: `${community}002` }, [2]],
    ['words in the title', { q: '水管' }, [2]],
    ['words in any order', { q: '漏，水管' }, [2]],
    ['a number', { q: '0318-03' }, [3]],
    ['a number as people type it', { q: '＃０３１８03' }, [3]],
    ['what any visitor may see', { listed: true }, [1, 3]],
    ['a kind', { kind: 'wish' as const }, [3]],
    ['nothing', {}, [1, 2, 3]],
  ])('filter by %s', (_, filter, expected) => {
    publish(
      aView(1),
      aView(2, { gridCode: `${community}002`, title: '水管漏水' }, { listed: false }),
      aView(3, { communityCode: elsewhere, gridCode: `${elsewhere}001`, kind: 'wish', number: '0318-03' }),
    )
    const { result } = renderHook(() => useNeeds(filter))
    expect(idsOf(result.current).sort()).toEqual(expected)
  })

  test('come newest first, or by deadline with what has none last', () => {
    publish(
      aView(1, { placedAt: '2026-03-18T01:00:00.000Z', respondBy: '2026-03-18T09:00:00.000Z' }),
      aView(2, { placedAt: '2026-03-18T03:00:00.000Z', status: 'closed' }),
      aView(3, { placedAt: '2026-03-18T02:00:00.000Z', respondBy: '2026-03-18T05:00:00.000Z' }),
    )
    expect(idsOf(renderHook(() => useNeeds({})).result.current)).toEqual([2, 3, 1])
    expect(idsOf(renderHook(() => useNeeds({}, 'deadline')).result.current)).toEqual([3, 1, 2])
  })

  test('asked for by id come in that order, and those not held are left out', () => {
    publish(aView(1), aView(2))
    const { result } = renderHook(() => useNeedsOf([id(2), id(9), id(1)]))
    expect(idsOf(result.current)).toEqual([2, 1])
  })

  test('my needs are those that I placed or asked for', () => {
    publish(aView(1, {}, as('requester')), aView(2, {}, as('holder')), aView(3, {}, as('asker')), aView(4))
    expect(idsOf(renderHook(() => useMyNeeds()).result.current).sort()).toEqual([1, 3])
  })

  test('my tasks are those that I hold or have asked to hold; ended ones are asked for', () => {
    publish(
      aView(1, { status: 'claimed' }, as('holder')),
      aView(2, offered, claiming),
      aView(3, { status: 'closed' }, as('helped')),
      aView(4, offered, as('invited')),
    )
    expect(idsOf(renderHook(() => useMyTasks()).result.current).sort()).toEqual([1, 2])
    expect(idsOf(renderHook(() => useMyTasks({ ended: true })).result.current)).toEqual([3])
  })
})

describe('接单大厅', () => {
  test('holds what I may claim now: invitations first, then by urgency, then by how soon', () => {
    publish(
      aView(1, { ...offered, respondBy: '2026-03-18T09:00:00.000Z' }),
      aView(2, { ...offered, respondBy: '2026-03-18T06:00:00.000Z' }),
      aView(3, { ...offered, urgency: 'high', respondBy: '2026-03-19T06:00:00.000Z' }),
      aView(4, { ...offered, offer: toPeople(member) }, as('invited')),
      aView(5, { ...offered, offer: toPeople(anActor(7)) }),
      aView(6, { ...offered, requesterId: member.id }),
      aView(7),
    )
    logIn(member)
    expect(idsOf(renderHook(() => usePool()).result.current)).toEqual([4, 3, 2, 1])
  })

  test('is empty for a guest and for who does not help', () => {
    publish(aView(1, offered))
    expect(poolOf(useRecords.getState(), noon)).toEqual([])
    logIn(anActor(7))
    expect(poolOf(useRecords.getState(), noon)).toEqual([])
  })

  test('offers no claim that is under way', () => {
    publish(aView(1, offered, claiming), aView(2, offered))
    logIn(member)
    expect(renderHook(() => useNeedActions(id(1))).result.current).not.toContain('claim')
    expect(renderHook(() => useNeedActions(id(2))).result.current).toContain('claim')
  })
})

describe('待办', () => {
  test('is what my community still owes, what is late first', () => {
    publish(
      aView(1, { respondBy: '2026-03-18T09:00:00.000Z' }),
      aView(2, { respondBy: '2026-03-18T03:30:00.000Z' }),
      aView(3, { status: 'serving', finishBy: '2026-03-18T05:00:00.000Z' }),
      aView(4, { status: 'closed' }),
      aView(5, { communityCode: elsewhere, gridCode: `${elsewhere}001` }),
    )
    logIn(aSecretary())
    expect(idsOf(renderHook(() => useQueue()).result.current)).toEqual([2, 3, 1])
    expect(renderHook(() => useCounts()).result.current).toEqual({ toDispatch: 2, tasks: 0, toRate: 0 })
  })

  test('is everything below a coordinator’s area, and nothing for a resident', () => {
    publish(aView(1), aView(5, { communityCode: elsewhere, gridCode: `${elsewhere}001` }))
    logIn(anActor(7, [{ role: 'coordinator', area: '441704' }]))
    expect(idsOf(queueOf(useRecords.getState())).sort()).toEqual([1, 5])
    logIn(anActor(1))
    expect(queueOf(useRecords.getState())).toEqual([])
  })
})

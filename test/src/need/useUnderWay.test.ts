import { renderHook } from '@testing-library/react'
import { useUnderWay } from '@/need/useUnderWay'
import { aResident, noon } from '../../support/builders'
import { as, aView, emptyRecords, idsOf, logIn, publish } from './store/views'

test('what has just been ordered stands first, then what waits for a rating, then what is late', () => {
  jest.useFakeTimers({ now: Date.parse(noon) })
  emptyRecords()
  logIn(aResident())
  const mine = as('requester')
  publish(
    aView(1, { respondBy: '2026-03-18T05:00:00.000Z' }, mine),
    aView(2, { respondBy: '2026-03-18T03:30:00.000Z' }, mine),
    aView(3, { status: 'served' }, mine),
    aView(4, { respondBy: '2026-03-18T05:00:00.000Z' }, { ...mine, local: true }),
    aView(5, { status: 'closed' }, mine),
  )
  expect(idsOf(renderHook(() => useUnderWay()).result.current)).toEqual([4, 3, 2, 1])
  jest.useRealTimers()
})

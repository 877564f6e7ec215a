import { deadlineOf } from 'domain/need/deadline'
import {
  awaits,
  ENDED_STATUSES,
  isEnded,
  isOpen,
  NEED_STATUSES,
  OFFERED,
  OPEN_STATUSES,
  OTHERWISE_ENDED,
  PUBLIC_STATUSES,
  RESPONSE_STATUSES,
  STATUSES,
} from 'domain/need/status'
import { aNeed } from '../../support/builders'

test('a status is open, waits for a rating, or has ended: one of them', () => {
  for (const status of NEED_STATUSES) {
    const is = [isOpen({ status }), awaits({ status }) === 'rate', isEnded({ status })]
    expect(is.filter(Boolean)).toHaveLength(1)
  }
})

test('a promise runs as long as a need is open, and no longer', () => {
  for (const status of NEED_STATUSES)
    expect(deadlineOf({ need: aNeed({ status }) }) !== undefined).toBe(isOpen({ status }))
})

test('what lists, indexes and queries of the server name is what it was', () => {
  expect(OPEN_STATUSES).toEqual(['placed', 'dispatched', 'claimed', 'serving'])
  expect(ENDED_STATUSES).toEqual(['closed', 'rejected', 'withdrawn', 'merged'])
  expect(OTHERWISE_ENDED).toEqual(['rejected', 'withdrawn', 'merged'])
  expect(RESPONSE_STATUSES).toEqual(['placed', 'dispatched'])
  expect(PUBLIC_STATUSES).toEqual(['dispatched', 'claimed', 'serving', 'served', 'closed'])
  expect(OFFERED).toEqual(['dispatched'])
})

test('of a status of another version nothing is decided', () => {
  expect(STATUSES.unknown).toEqual({ name: '有新进展', open: false })
})

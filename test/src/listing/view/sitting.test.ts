import type { NeedEvent } from 'domain/need/need'
import { orderedText } from '@/listing/view/sitting'
import type { NeedView } from '@/store/records'

const MORNING = { from: '2026-03-21T01:00:00.000Z', to: '2026-03-21T03:30:00.000Z' }
const AFTERNOON = { from: '2026-03-21T06:00:00.000Z', to: '2026-03-21T08:30:00.000Z' }

const ordered = (...said: object[]) =>
  ({
    need: { status: 'dispatched', whenSpan: MORNING },
    events: said.map((each): Partial<NeedEvent> => ({ action: 'reschedule', said: { ...each } })),
  }) as unknown as NeedView

test('an order says when its session is now', () => {
  expect(orderedText(ordered(), undefined)).toBe('周六 3月21日 09:00–11:30')
  expect(orderedText(ordered({ from: MORNING, to: AFTERNOON }), undefined)).toBe('周六 3月21日 14:00–16:30')
  expect(orderedText(ordered({ from: MORNING }), undefined)).toBe('周六 3月21日 09:00–11:30，已取消')
})

test('an order of a session that moved back says the time that was ordered', () => {
  const back = ordered({ from: MORNING, to: AFTERNOON }, { from: AFTERNOON, to: MORNING })
  expect(orderedText(back, undefined)).toBe('周六 3月21日 09:00–11:30')
})

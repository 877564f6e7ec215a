import { shareTitle } from '@/need/view/needShare'
import { aView, offered } from '../store/views'
import { cancelled } from './story'

test('the card of a need says what the list says of it', () => {
  expect(shareTitle(aView(1, { ...offered, publicText: '客厅的灯坏了' }))).toBe('客厅的灯坏了')
})

test.each([
  ['that the community has not yet dispatched', aView(1)],
  ['that is for other eyes than everybody’s', aView(1, { ...offered, categoryCode: 'help-escort' })],
  ['that was withdrawn', aView(1, { ...offered, status: 'withdrawn' })],
  ['that is in no list', aView(1, offered, { listed: false })],
  ['whose session is not held', aView(1, offered, { events: [cancelled] })],
  ['that only this phone has', aView(1, offered, { local: true })],
])('no card is made of one %s', (_, view) => {
  expect(shareTitle(view)).toBeUndefined()
})

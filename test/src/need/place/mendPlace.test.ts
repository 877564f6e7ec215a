import { dismiss } from '@/client'
import { mended, mendPlace, useMending } from '@/need/place/mendPlace'
import { clearPlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'
import { community, idOf } from '../../../support/builders'

jest.mock('@/platform/navigation', () => ({ switchTab: jest.fn() }))
jest.mock('@/client', () => ({ dismiss: jest.fn() }))

const draft = () => useDrafts.getState().place
const refused = (code: string, more = {}) => ({
  command: {
    id: idOf('c', 1),
    seq: 1,
    name: 'need.place' as const,
    at: '2026-03-18T04:00:00.000Z',
    args: {
      id: idOf('n', 1),
      kind: 'help' as const,
      categoryCode: 'help-power',
      communityCode: community,
      words: '客厅灯不亮了',
      answers: {},
      urgency: 'normal' as const,
      consent: true,
      ...more,
    },
  },
  about: '客厅灯不亮了',
  code,
  text: '请重新选择',
  at: '2026-03-18T04:00:00.000Z',
})

beforeEach(() => {
  useDrafts.setState({ place: {}, aside: [] })
  mended()
})

test('a refused order is on the form again, with what was wrong and where; 同意 is ticked anew', () => {
  mendPlace(refused('unknownArea'))
  expect(draft()).toMatchObject({ words: '客厅灯不亮了', categoryCode: 'help-power' })
  expect(draft()).not.toHaveProperty('consent')
  expect(useMending.getState()).toEqual({ field: 'where', text: '请重新选择' })
  expect(dismiss).toHaveBeenCalledWith(idOf('c', 1))
})

test('what was being written waits until it was sent', () => {
  writePlaceDraft({ words: '水管漏了' })
  mendPlace(refused('badAnswers'))
  expect(draft().words).toBe('客厅灯不亮了')
  clearPlaceDraft()
  expect(draft().words).toBe('水管漏了')
})

test('nobody is shown words that were said for them', () => {
  mendPlace(
    refused('sessionFull', { kind: 'service', title: '磨刀', words: '报名：磨刀', serviceId: idOf('s', 1) }),
  )
  expect(draft().words).toBeUndefined()
  expect(useMending.getState().field).toBe('session')
})

test('where the other did not know, that is the question again', () => {
  mendPlace(refused('consentNeeded', { placedFor: { alias: '黄伯', relation: '父母', knows: false } }))
  expect(useMending.getState().field).toBe('knows')
})

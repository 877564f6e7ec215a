import type { RefusedCommand } from '@/store/session'
import { isClaim, lostText } from '@/view/outbox'
import { idOf, noon } from '../../support/builders'

const refused = (code: string, action: 'claim' | 'finish' = 'claim'): RefusedCommand => ({
  command: {
    id: idOf('c', 1),
    seq: 1,
    name: 'need.move',
    args: { action, needId: idOf('n', 1) } as never,
    at: '2026-03-18T01:37:00.000Z',
  },
  about: '陪独居老人复查',
  code,
  text: '已被他人接单',
  at: noon,
})

test('who lost a race reads when they asked, and who was faster', () => {
  expect(lostText(refused('alreadyTaken'), ['王**'], noon)).toBe(
    '您 09:37 点了接单，王**先一步接满了。这不算您爽约',
  )
})

test('where nobody is known the reason stands for itself', () => {
  expect(lostText(refused('alreadyTaken'), [], noon)).toBe('您 09:37 点了接单。已被他人接单')
  expect(lostText(refused('notOffered'), ['王**'], noon)).toBe('您 09:37 点了接单。已被他人接单')
})

test('only a claim is lost', () => {
  expect(isClaim(refused('alreadyTaken'))).toBe(true)
  expect(isClaim(refused('statusChanged', 'finish'))).toBe(false)
})

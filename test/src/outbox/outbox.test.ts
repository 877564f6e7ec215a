import { userScope } from 'domain/kernel/scope'
import { hindranceOf, isClaim, lostText, sentTodayText, unkeptText, waitingWords } from '@/outbox/outbox'
import type { RefusedCommand } from '@/store/appState'
import { community, idOf, noon } from '../../support/builders'

const district = community.slice(0, 6)

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

test('nothing sent today is not counted', () => {
  expect(sentTodayText(2, noon, noon)).toMatch(/^今天已送出 2 件，最近联网：\d\d:\d\d$/)
  expect(sentTodayText(0, noon, noon)).toMatch(/^最近联网/)
  expect(sentTodayText(0, undefined, noon)).toBe('还没有连上过网络')
})

test('where nobody is known the reason stands for itself', () => {
  expect(lostText(refused('alreadyTaken'), [], noon)).toBe('您 09:37 点了接单。已被他人接单')
  expect(lostText(refused('notOffered'), ['王**'], noon)).toBe('您 09:37 点了接单。已被他人接单')
})

test('only a claim is lost', () => {
  expect(isClaim(refused('alreadyTaken'))).toBe(true)
  expect(isClaim(refused('statusChanged', 'finish'))).toBe(false)
})

test.each([
  ['tooOld', /更新后自动送出/, 'update'],
  ['loginNeeded', /登录后自动送出/, 'logIn'],
  ['stalled', /有网络.*没有送到/, undefined],
] as const)(
  '[S12] [S15] %s says what is the matter, that nothing is lost, and what to do',
  (state, text, does) => {
    expect(hindranceOf(state)?.text).toMatch(text)
    expect(hindranceOf(state)?.go?.does).toBe(does)
  },
)

test('nothing is said where nothing is the matter, and without a network the banner says it', () => {
  for (const state of ['idle', 'sending', 'offline'] as const) expect(hindranceOf(state)).toBeUndefined()
})

test('what waits says why, and never that a network is missing where there is one', () => {
  expect(waitingWords('offline', 2)).toEqual({ title: '等网络', note: '2 件，联网后自动送出' })
  for (const state of ['sending', 'stalled', 'tooOld', 'loginNeeded'] as const)
    expect(JSON.stringify(waitingWords(state, 1))).not.toContain('网')
})

test('[S13] a full phone is told what is missing without a network, each once, and that nothing is lost', () => {
  const scopes = [`${community}:pool`, `${district}:pool`, community, district, userScope(idOf('p', 1))]
  expect(unkeptText(scopes)).toBe(
    '手机存不下全部内容，没有网络时看不到接单大厅、社区清单、社区名称、自己的单。您写好的和送出的都在，不受影响',
  )
})

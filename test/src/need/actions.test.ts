import { NEED_ACTIONS } from 'domain/need/transitions'
import { ACTIONS, buttonFace } from '@/need/actions'

test('one of the main buttons comes before each other, and no two lie under one rank', () => {
  const ranks = NEED_ACTIONS.flatMap((action) => buttonFace(action)?.rank.main ?? [])
  expect(new Set(ranks).size).toBe(ranks.length)
  expect(ranks.length).toBeGreaterThan(5)
})

test('people read Chinese of every action, and what they tap is short', () => {
  for (const { label } of Object.values(ACTIONS)) expect(label).toMatch(/^[\u4e00-\u9fff，]{2,10}$/)
})

test('an action of another version of the app, or a name that any object has, is none of ours', () => {
  for (const name of ['bless', 'constructor', 'toString']) expect(buttonFace(name)).toBe(undefined)
})

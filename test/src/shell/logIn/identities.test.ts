import { identitiesWith, identityGroups } from '@/shell/logIn/identities'

const people = [
  { displayName: '李**', roles: ['resident'], community: '燕山湖社区' },
  { displayName: '陈师傅', roles: ['resident', 'member'], community: '燕山湖社区' },
  { displayName: '黄书记', roles: ['resident', 'secretary'], community: '龙山社区' },
] as const

const names = (found: readonly { displayName: string }[]) => found.map((each) => each.displayName)

test.each([
  ['陈', ['陈师傅']],
  ['龙山', ['黄书记']],
  ['党员', ['陈师傅']],
  [' 燕山湖 ', ['李**', '陈师傅']],
  ['陳師傅', ['陈师傅']],
  ['党员，燕山湖', ['陈师傅']],
  ['电工', []],
])('looking for «%s» finds %j', (words, found) => {
  expect(names(identitiesWith(people, words))).toEqual(found)
})

test('everybody stands in one group', () => {
  expect(identityGroups(people).map(({ title, people: of }) => [title, ...names(of)])).toEqual([
    ['居民', '李**'],
    ['党员', '陈师傅'],
    ['社区书记', '黄书记'],
  ])
})

import { calledBy, calledIn, familyTitle } from '@/person/family'

test('a masked name is not passed on', () => {
  expect(calledBy('李**')).toBeUndefined()
  expect(calledBy('李阿姨')).toBe('李阿姨')
  expect(calledBy(undefined)).toBeUndefined()
})

test.each([
  ['李阿姨', '李阿姨'],
  [encodeURIComponent('李阿姨'), '李阿姨'], // WeChat does not decode
  [' 妈妈 ', '妈妈'],
  ['', undefined],
  [undefined, undefined],
  ['%E6%9D', undefined],
  ['请点开这个链接领取鸡蛋还有更多好礼都在等着您', undefined],
  ['打13800138000', undefined],
])('of «%s» in a link the form takes %s', (param, alias) => {
  expect(calledIn(param)).toBe(alias)
})

test('the card says who asks where that is known', () => {
  expect(familyTitle('李阿姨')).toBe('李阿姨请您帮忙点一单')
  expect(familyTitle(undefined)).toBe('家里老人请您帮忙点一单')
})

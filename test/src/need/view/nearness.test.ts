import { nearnessTo } from 'domain/need/matching'
import { byNearness, whereText } from '@/need/view/nearness'
import { community, elsewhere } from '../../../support/builders'

const home = `${community}001`
const neighbour = `${community.slice(0, 9)}999`
const areas = {
  [community]: { name: '燕山湖社区居委会' },
  [neighbour]: { name: '龙山社区居委会' },
  [elsewhere]: { name: '双龙村委会' },
  [home]: { name: '湖东片' },
  [`${community}002`]: { name: '湖西片' },
}
const lies = (communityCode: string, gridCode?: string) => ({ communityCode, gridCode })

test.each([
  ['湖东片 · 同一网格', lies(community, home)],
  ['湖西片 · 同社区', lies(community, `${community}002`)],
  ['燕山湖社区 · 同社区', lies(community)],
  ['龙山社区 · 邻近社区', lies(neighbour, `${neighbour}001`)],
  ['双龙村', lies(elsewhere)],
])('from home it is %s', (text, where) => {
  expect(whereText(areas, where, community, home)).toBe(text)
})

test('a guest lives nowhere, so nothing is near', () => {
  expect(whereText(areas, lies(community, home), community, undefined)).toBe('湖东片')
})

test('the nearest stands first', () => {
  const all = [lies(elsewhere), lies(neighbour), lies(community, `${community}002`), lies(community, home)]
  expect(all.sort(byNearness(home)).map((each) => nearnessTo([home], each))).toEqual([
    'grid',
    'community',
    'town',
    'far',
  ])
})

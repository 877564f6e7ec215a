import { act, renderHook } from '@testing-library/react'
import type { Service } from 'domain/listing/service'
import { useAreas, useOrgs, useServices } from '@/store/lists'
import { publishRecords } from '@/store/records'
import { aService, community, elsewhere, idOf } from '../../support/builders'
import { emptyRecords } from '../need/store/views'

const publish = (...services: Service[]) =>
  publishRecords({ services: Object.fromEntries(services.map((each) => [each.id, each])) })
const titles = (services: Service[]) => services.map(({ title }) => title)

beforeEach(emptyRecords)

test('services come newest first, those taken off only for who keeps the list', () => {
  publish(aService(1), aService(2, { title: '义诊' }), aService(3, { title: '旧的', listed: false }))
  expect(titles(renderHook(() => useServices()).result.current)).toEqual(['义诊', '修小家电'])
  expect(titles(renderHook(() => useServices({ unlisted: true })).result.current)).toEqual([
    '旧的',
    '义诊',
    '修小家电',
  ])
})

test('services are found by words and by area', () => {
  publish(aService(1), aService(2, { title: '义诊', description: '量血压', communityCode: elsewhere }))
  expect(titles(renderHook(() => useServices({ q: '血压' })).result.current)).toEqual(['义诊'])
  expect(titles(renderHook(() => useServices({ area: community })).result.current)).toEqual(['修小家电'])
})

test('a list of services keeps its object while nothing in it changes', () => {
  publish(aService(1))
  const { result } = renderHook(() => useServices())
  const before = result.current
  act(() => publish(aService(9, { listed: false })))
  expect(result.current).toBe(before)
  act(() => publish(aService(1, { title: '修大家电' })))
  expect(result.current).not.toBe(before)
})

test('areas come by code, below one and of one level', () => {
  const codes = [elsewhere, community, `${community}002`, `${community}001`, '441704100']
  publishRecords({ areas: Object.fromEntries(codes.map((code) => [code, { code, name: code }])) })
  const codesOf = (...of: Parameters<typeof useAreas>) =>
    renderHook(() => useAreas(...of)).result.current.map(({ code }) => code)
  expect(codesOf('441704', 'community')).toEqual([community, elsewhere])
  expect(codesOf(community, 'grid')).toEqual([`${community}001`, `${community}002`])
})

test('no prison, farm or virtual community is in a picker, nor a town that has nothing else', () => {
  const codes = ['441704', '441704100', community, '441704400', '441704400498', '441704501', '441704501598']
  publishRecords({ areas: Object.fromEntries(codes.map((code) => [code, { code, name: code }])) })
  const codesOf = (...of: Parameters<typeof useAreas>) =>
    renderHook(() => useAreas(...of)).result.current.map(({ code }) => code)
  expect(codesOf('441704', 'town')).toEqual(['441704100'])
  expect(codesOf('441704', 'community')).toEqual([community])
})

test('orgs come by name', () => {
  const org = (n: number, name: string) => ({
    id: idOf('o', n),
    name,
    kind: 'unit' as const,
    areaCodes: [community],
  })
  publishRecords({ orgs: { a: org(1, 'b'), b: org(2, 'a') } })
  expect(renderHook(() => useOrgs()).result.current.map(({ name }) => name)).toEqual(['a', 'b'])
})

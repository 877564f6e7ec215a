import { act, fireEvent, render, screen } from '@testing-library/react'
import { useAppState } from '@/store/appState'
import { createFakePlatform, createVirtualTime } from '../../../support/fakePlatform'
import { createFakeCloud, type Fate } from '../../sync/fakeCloud'
import { toPlace } from '../../sync/phone'
import { id, member, resident } from '../../sync/scene'

const time = createVirtualTime()
const cloud = createFakeCloud(time, [resident, member])
const mockFake = createFakePlatform({ time, cloud: cloud.cloud })

jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/platform/phone', () => ({
  get phone() {
    return mockFake.platform
  },
}))
let client: typeof import('@/client')
let LogInSheet: typeof import('@/shell/logIn/LogInSheet')['LogInSheet']

const soon = () => act(() => time.pass(1000))

beforeAll(async () => {
  for (const person of [resident, member]) cloud.introduce(person)
  client = await import('@/client')
  ;({ LogInSheet } = await import('@/shell/logIn/LogInSheet'))
  client.startSync()
  await soon()
})

async function show(...fates: Fate[]) {
  cloud.fate(...fates)
  render(<LogInSheet />)
  await soon()
}

test.each<[string, Fate, string]>([
  ['no network', 'lostRequest', '没有网络，暂时登录不了'],
  ['the log-in page of a hotel', { status: 200 }, '没有网络，暂时登录不了'],
  ['a server in trouble', { status: 500 }, '服务器这会儿没有回应'],
  ['a server that is just coming up', { status: 503, code: 'unavailable' }, '服务器这会儿没有回应'],
  ['a proxy', { status: 502 }, '服务器这会儿没有回应'],
  ['no demo', { status: 403, code: 'demoOnly' }, '这里没有开放演示身份'],
])('%s is told as what it is, and may be tried again', async (_, fate, words) => {
  await show(fate)
  expect(screen.getByText(new RegExp(`^${words}`))).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  await soon()
  expect(screen.getByRole('button', { name: /^用这个，用.*登录$/ })).toBeTruthy()
})

test('a log-in that has ended is renewed, and what waited goes out; who comes instead sends none of it', async () => {
  client.logInDemo(resident.id)
  await soon()
  cloud.endLogIn(resident.id)
  expect(client.send('need.place', toPlace(1))).toMatchObject({ ok: true })
  await soon()
  expect(useAppState.getState()).toMatchObject({ sync: 'loginNeeded', outbox: [{ state: 'waiting' }] })

  client.logInDemo(member.id)
  await soon()
  expect([useAppState.getState().outbox, cloud.needs.size]).toEqual([[], 0])

  await show()
  fireEvent.click(screen.getByRole('button', { name: `用这个，用${resident.displayName}登录` }))
  await soon()
  expect(useAppState.getState()).toMatchObject({ sync: 'idle', outbox: [], person: { id: resident.id } })
  expect(cloud.needs.get(id(1))?.need.placedById).toBe(resident.id)
})

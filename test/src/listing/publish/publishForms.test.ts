import type { Service } from 'domain/listing/service'
import { COMMANDS } from 'domain/things'
import { differences, upToDate } from '@/listing/publish/differences'
import { resourceArgs, resourceErrors, resourceForm } from '@/listing/publish/resourceForm'
import {
  nextSession,
  serviceArgs,
  serviceErrors,
  serviceForm,
  serviceReads,
  sessionError,
} from '@/listing/publish/serviceForm'
import { community, idOf, noon } from '../../../support/builders'

jest.mock('@/platform/random', () => ({ randomBytes: (length: number) => new Uint8Array(length) }))
jest.mock('@/client', () => ({ now: () => '2026-03-18T04:00:00.000Z' }))

const service: Service = {
  id: idOf('v', 1),
  version: 3,
  communityCode: community,
  orgId: idOf('o', 1),
  orgName: '巧手维修队',
  categoryCode: 'service-repair',
  title: '磨刀',
  description: '带刀来',
  scheduleText: '每周四',
  listed: true,
  sessions: [
    {
      id: idOf('s', 1),
      startsAt: '2026-03-19T01:00:00.000Z',
      endsAt: '2026-03-19T03:00:00.000Z',
      capacity: 10,
      reserved: 2,
      booked: 4,
    },
  ],
}

test('a service goes through its form unchanged, as the contract takes it', () => {
  const args = serviceArgs(serviceForm(service, community), true)
  expect(COMMANDS['service.save'].args.safeParse(args).success).toBe(true)
  const { version: _, orgName: __, sessions, ...rest } = service
  const unbooked = sessions.map(({ booked: ___, ...session }) => session)
  const booked = Object.fromEntries(sessions.map((each) => [each.id, each.booked]))
  expect(args).toEqual({ ...rest, seen: null, booked, sessions: unbooked })
})

test('what was refused stands on the form as it was typed, with the places that are taken by now', () => {
  const typed = { ...serviceArgs(serviceForm(service, community), true), title: '磨剪刀' }
  const form = serviceForm(service, community, typed)
  expect(form).toMatchObject({ title: '磨剪刀', sessions: [{ booked: 4 }] })
  expect(serviceForm(undefined, community, typed)).toMatchObject({
    id: service.id,
    sessions: [{ booked: 0 }],
  })
})

test.each<[Partial<Parameters<typeof sessionError>[0]>, string]>([
  [{ from: '11:00', to: '09:00' }, '结束要晚于开始'],
  [{ capacity: '0' }, '名额'],
  [{ capacity: '十' }, '名额'],
  [{ reserved: '11' }, '预留不能多于名额'],
  [{ capacity: '5' }, '已约 4 个'],
])('a sitting as %j says what is wrong', (change, told) => {
  const [session] = serviceForm(service, community).sessions
  if (!session) throw new Error('no session')
  expect(sessionError(session)).toBeUndefined()
  expect(sessionError({ ...session, ...change })).toContain(told)
})

test('the next sitting is a week after the last, and never in the past', () => {
  const { sessions } = serviceForm(service, community)
  expect(nextSession(sessions, noon)).toMatchObject({ day: '2026-03-26', from: '09:00', booked: 0 })
  expect(nextSession(sessions, '2026-06-01T04:00:00.000Z').day).toBe('2026-06-08')
})

test('an empty form names every field that it still needs', () => {
  expect(Object.keys(serviceErrors(serviceForm(undefined, community))).sort()).toEqual(
    ['categoryCode', 'description', 'orgId', 'scheduleText', 'title'].sort(),
  )
  const form = resourceForm(undefined, community)
  expect(resourceErrors(form)).toMatchObject({ title: expect.any(String), unit: expect.any(String) })
  expect(resourceErrors({ ...form, quantity: '几' }).quantity).toBe('填一个数，没有了就填 0')
  expect(resourceArgs({ ...form, quantity: '0' }, true).quantity).toBe(0)
})

describe('a form whose row somebody else has saved meanwhile', () => {
  const row: Service = { ...service, revision: idOf('c', 1) }
  const reads = serviceReads(() => '巧手维修队')
  const formOf = (of: Service) => serviceForm(of, community)

  test('names what differs, field by field, and says what it was made of until somebody has chosen', () => {
    const mine = { ...formOf(row), title: '磨刀和配钥匙' }
    const now = formOf({ ...row, revision: idOf('c', 2), scheduleText: '每周五', sessions: [] })
    const differing = differences(mine, now, reads)
    expect(differing.map(({ label }) => label)).toEqual(['名称', '平时什么时候有', '场次'])
    expect(differing[0]).toMatchObject({ mine: '磨刀和配钥匙', now: '磨刀' })
    expect(upToDate(mine, now, differing).seen).toBe(idOf('c', 1))
  })

  test('is of what stands there now where nothing differs', () => {
    const now = formOf({ ...row, revision: idOf('c', 2) })
    expect(differences(formOf(row), now, reads)).toEqual([])
    expect(upToDate(formOf(row), now, []).seen).toBe(idOf('c', 2))
  })

  test('asks nothing where nobody has', () => {
    expect(differences({ ...formOf(row), title: '配钥匙' }, formOf(row), reads)).toEqual([])
  })
})

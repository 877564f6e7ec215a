import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import { keptTag, refusedSave, savingOf, staleText } from '@/listing/view/kept'
import { refusedNext } from '@/outbox/outbox'
import type { QueueEntry, RefusedCommand } from '@/store/appState'
import { community, idOf, noon } from '../../../support/builders'

const ladder: Resource = {
  id: idOf('r', 1),
  version: 1,
  communityCode: community,
  ownerName: '巧手维修队',
  categoryCode: 'resource-thing',
  title: '铝合金人字梯',
  description: '三米高',
  quantity: 3,
  unit: '把',
  openText: '周末',
  listed: true,
}
const sitting = (startsAt: string) => ({
  id: idOf('s', 1),
  startsAt,
  endsAt: startsAt.replace(':00:', ':30:'),
  capacity: 10,
  reserved: 0,
  booked: 4,
})
const repair = (...sessions: Service['sessions']): Service => ({
  id: idOf('v', 1),
  version: 1,
  communityCode: community,
  orgId: idOf('o', 1),
  orgName: '巧手维修队',
  categoryCode: 'service-repair',
  title: '磨刀',
  description: '带刀来',
  scheduleText: '每周四',
  listed: true,
  sessions,
})
const past = sitting('2026-03-17T01:00:00.000Z')
const next = sitting('2026-03-19T01:00:00.000Z')

test('what nobody can have any more wants a look, as long as it is listed', () => {
  expect(staleText(repair(past), noon)).toBe('场次都过了')
  expect(staleText(repair(past, next), noon)).toBeUndefined()
  expect(staleText(repair(), noon)).toBeUndefined() // told of, never ordered
  expect(staleText({ ...repair(past), listed: false }, noon)).toBeUndefined()
  expect(staleText({ ...ladder, quantity: 0 }, noon)).toBe('已经没有了')
  expect(staleText(ladder, noon)).toBeUndefined()
})

const { version: _, ...args } = ladder
const command = { id: idOf('c', 1), seq: 1, name: 'resource.save', args, at: noon } as QueueEntry['command']
const queued = (state: QueueEntry['state']): QueueEntry => ({ command, about: ladder.title, state })
const refused: RefusedCommand = { command, about: ladder.title, code: 'notAllowed', text: '…', at: noon }

test('a change says that it still waits, or was not taken, before anything else', () => {
  const saving = (outbox: QueueEntry[], refusals: RefusedCommand[] = []) =>
    savingOf(ladder.id, { outbox, refused: refusals })
  expect(saving([])).toBeUndefined()
  expect(saving([queued('waiting')])).toBe('waiting')
  expect(saving([queued('aside')])).toBe('failed')
  expect(saving([], [refused])).toBe('failed')
  expect(savingOf(idOf('r', 2), { outbox: [queued('waiting')], refused: [refused] })).toBeUndefined()
  const empty = { ...ladder, quantity: 0 }
  expect(keptTag(empty, 'waiting', noon)?.text).toBe('待发送')
  expect(keptTag(empty, 'failed', noon)?.text).toBe('没送成')
  expect(keptTag(empty, undefined, noon)?.text).toBe('已经没有了')
  expect(keptTag({ ...empty, listed: false }, undefined, noon)?.text).toBe('已下架')
  expect(keptTag(ladder, undefined, noon)).toBeUndefined()
})

test('a change that was refused goes back onto its form', () => {
  expect(refusedSave(ladder.id, [refused])).toBe(refused)
  expect(refusedNext(refused)).toMatchObject({ does: 'edit', list: 'resource', id: ladder.id })
})

import type { MoveArgs } from 'domain/need/moves'
import { advance } from 'domain/need/workflow'
import { isOvertaken, isStillPossible, overtakenText, stillText } from '@/need/view/overtaken'
import type { RefusedCommand } from '@/store/appState'
import type { NeedView } from '@/store/records'
import { aMember, aNeed, aSecretary, idOf, noon, toPool } from '../../../support/builders'
import { aView } from '../store/views'

const need = aNeed({ status: 'dispatched', offer: toPool, dispatchedAt: noon })
const dispatch: MoveArgs = {
  needId: need.id,
  action: 'dispatch',
  offer: toPool,
  seen: { version: 1, own: [] },
}
const refused = (
  args: Extract<RefusedCommand['command'], { name: 'need.move' }>['args'],
): RefusedCommand => ({
  command: { id: idOf('c', 1), seq: 1, name: 'need.move', args, at: noon },
  about: '',
  code: 'statusChanged',
  text: '有了变化',
  at: noon,
})

test('who dispatched on an older screen is told who was faster, and asked whether it is still wanted', () => {
  const claim = advance(need, { needId: need.id, action: 'claim' }, aMember(), {
    now: noon,
    eventId: idOf('e', 2),
  })
  const place = { ...claim.event, id: idOf('e', 1), action: 'place' }
  const view: NeedView = aView(1, claim.need, { events: [place, claim.event] })
  const entry = refused(dispatch)
  expect(isOvertaken(entry)).toBe(true)
  expect(isStillPossible(entry, view, aSecretary(), noon)).toBe(true)
  expect(overtakenText(entry, view, true)).toBe('刚刚人2接了单。现在还要改派吗？')
  expect(stillText('dispatch', view)).toBe('仍要改派')
})

test('what can no longer be done is not offered again', () => {
  const view = aView(1, { status: 'withdrawn' })
  const entry = refused({ needId: need.id, action: 'reject', note: '归供电所管' })
  expect(isStillPossible(entry, view, aSecretary(), noon)).toBe(false)
  expect(overtakenText(entry, view, false)).toBe('刚刚这一单变成了“已撤单”，现在不能不予受理了')
})

test('a claim that came too late has words of its own', () => {
  expect(isOvertaken(refused({ needId: need.id, action: 'claim' }))).toBe(false)
})

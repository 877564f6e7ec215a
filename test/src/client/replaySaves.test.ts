import type { Command } from 'domain/commands'
import { replay } from '@/client/replay'
import type { HeldRow, World } from '@/sync/contract'
import { community, idOf, noon } from '../../support/builders'

const world: World = { person: undefined, now: noon, held: () => [] }
const command: Command = {
  id: idOf('c', 1),
  seq: 1,
  at: noon,
  name: 'resource.save',
  args: {
    id: idOf('r', 1),
    communityCode: community,
    ownerName: '党群驿站',
    categoryCode: 'resource-item',
    title: '折叠梯',
    description: '三米，用完放回原处',
    quantity: 1,
    unit: '把',
    openText: '每天 08:30–21:00',
    listed: true,
  },
}
const entry = { command, state: 'waiting' as const, failures: 0 }
const shown = (held: HeldRow[]) => replay.show(`resource/${idOf('r', 1)}`, held, [entry], world).view

test('[S9] what is put on a list offline stands there at once, before the server knows of it', () => {
  expect(shown([])).toMatchObject({ title: '折叠梯', version: 1 })
})

test('[S9] what is changed offline stands over what the server said', () => {
  const held = [{ scope: community, row: { ...command.args, title: '旧梯子', version: 4 } }]
  expect(shown(held)).toMatchObject({ title: '折叠梯', version: 5 })
})

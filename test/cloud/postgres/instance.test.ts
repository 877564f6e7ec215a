import type { SyncAnswer } from 'domain/kernel/protocol'
import { renewEpoch } from '../../../cloud/postgres/instance'
import { startCloud } from '../../support/cloud'
import { community, newId } from '../../support/seed'

test('[S7] after a backup was put back, phones take everything anew', async () => {
  const before = await startCloud()
  await before.seed.areas()
  const ask = async ({ ask }: typeof before, cursors: object): Promise<SyncAnswer> => {
    const body = { protocol: 2, device: newId(), push: [], cursors, watching: community }
    return (await ask('POST', '/api/sync', { body })).body
  }
  const first = await ask(before, {})
  const cursors = Object.fromEntries(
    Object.entries(first.changes).map(([scope, { cursor }]) => [scope, cursor]),
  )
  expect((await ask(before, cursors)).changes).toEqual({})
  const { epoch } = before.context.instance
  await renewEpoch(before.db)
  const { epoch: renewed } = await before.db.selectFrom('instance').select('epoch').executeTakeFirstOrThrow()
  expect(epoch.startsWith(renewed)).toBe(false)
  before.context.instance.epoch = renewed // as the server that starts now reads it
  const again = await ask(before, cursors)
  expect(Object.values(again.changes).map(({ reset }) => reset)).toEqual(first.scopes.map(() => true))
  await before.stop()
})

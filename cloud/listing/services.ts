import type { Service } from 'domain/listing/service'
import type { Work } from '../commands/handles'
import type { Tx } from '../db/pool'
import { saved } from '../sync/changeSet'
import { bookSeat, lockServiceRow, raiseServiceVersion, serviceIdsOf } from './serviceRepo'

export const lockService = (tx: Tx, id: string): Promise<Service | undefined> => lockServiceRow(tx, id)

export function touchService({ touch }: Pick<Work, 'touch'>, before: Service | undefined, after: Service) {
  touch(saved('service', after, before))
}

/** Takes (1) or returns (-1) a place of a session; the service was locked before it was judged. */
export async function moveSeat(work: Work, service: Service, sessionId: string, by: 1 | -1) {
  await bookSeat(work.tx, service, sessionId, by)
  touchService(work, service, {
    ...service,
    version: service.version + 1,
    sessions: service.sessions.map((each) =>
      each.id === sessionId ? { ...each, booked: Math.max(0, each.booked + by) } : each,
    ),
  })
}

/** An org was renamed: its services carry the new name. */
export async function touchServicesOf(work: Work, orgId: string) {
  for (const id of await serviceIdsOf(work.tx, orgId)) {
    const service = await lockServiceRow(work.tx, id)
    if (!service) continue
    await raiseServiceVersion(work.tx, service)
    touchService(work, service, { ...service, version: service.version + 1 })
  }
}

import { dispatchesIn } from 'domain/actor'
import { findCategory } from 'domain/category'
import { Refused } from 'domain/refusal'
import { isChangedMeanwhile } from 'domain/revision'
import type { Service, Session } from 'domain/service'
import { handles } from '../commands/handles'
import { requireAreas } from '../people/areas'
import { requireOrgs } from '../people/orgs'
import { saveServiceRow } from './serviceRepo'
import { lockService, touchService } from './services'

export const saveService = handles('service.save', async ({ seen, ...args }, work) => {
  const { tx, actor } = work
  if (!actor.system && !dispatchesIn(actor, args.communityCode)) throw new Refused('notAllowed')
  if (!['service', 'training'].includes(findCategory(args.categoryCode)?.kind ?? ''))
    throw new Refused('unknownCategory')
  if (new Set(args.sessions.map((each) => each.id)).size < args.sessions.length)
    throw new Refused('badRequest')
  await requireAreas(tx, [args.communityCode])
  const [org] = await requireOrgs(tx, [args.orgId])
  const before = await lockService(tx, args.id)
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  const service: Service = {
    ...args,
    version: (before?.version ?? 0) + 1,
    revision: work.commandId,
    orgName: org?.name ?? '',
    sessions: mergeSessions(before?.sessions ?? [], args.sessions),
  }
  await saveServiceRow(tx, service)
  touchService(work, before, service)
})

/** A session left out is cancelled, unless somebody has booked it. */
function mergeSessions(before: Session[], said: Omit<Session, 'booked'>[]): Session[] {
  const bookedOf = (id: string) => before.find((each) => each.id === id)?.booked ?? 0
  const booked = before.filter((each) => each.booked > 0 && !said.some(({ id }) => id === each.id))
  return [...booked, ...said.map((each) => ({ ...each, booked: bookedOf(each.id) }))].sort((a, b) =>
    a.startsAt < b.startsAt ? -1 : 1,
  )
}

import { findCategory } from 'domain/category/category'
import { dispatchesIn } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { isAt, type Service, type Session, spanOf } from 'domain/listing/service'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { lockOrders, type Moved, placesHeld, tellOrders } from '../need/tellOrders'
import { requireOrgs } from '../org/orgs'
import { findSessions, saveServiceRow } from './serviceRepo'
import { lockService, touchService } from './services'

export const saveService = handles('service.save', async ({ seen, booked, ...args }, work) => {
  const { tx, actor } = work
  if (!actor.system && !dispatchesIn(actor, args.communityCode)) throw new Refused('notAllowed')
  if (!['service', 'training'].includes(findCategory(args.categoryCode)?.kind ?? ''))
    throw new Refused('unknownCategory')
  if (new Set(args.sessions.map((each) => each.id)).size < args.sessions.length)
    throw new Refused('badRequest')
  await requireAreas(tx, [args.communityCode])
  const [org] = await requireOrgs(tx, [args.orgId])
  // Orders before their service, as who gives a place back does; those that come meanwhile are found under its lock.
  await lockOrders(work, [...moved(await findSessions(tx, args.id), args.sessions, seen).keys()])
  const before = await lockService(tx, args.id)
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  const changes = moved(before?.sessions ?? [], args.sessions, seen)
  for (const each of before?.sessions ?? []) {
    if (changes.has(each.id) && each.booked > (booked?.[each.id] ?? each.booked))
      throw new Refused('changedMeanwhile')
    const said = args.sessions.find(({ id }) => id === each.id)
    if (said && said.capacity < each.booked) throw new Refused('tooFewPlaces')
  }
  const stood = before?.sessions ?? []
  // One that was taken off may come back, and its orders with it.
  const added = args.sessions.filter(({ id }) => !stood.some((each) => each.id === id))
  const held = await placesHeld(
    work,
    added.map(({ id }) => id),
  )
  if (added.some(({ id, capacity }) => capacity < (held.get(id) ?? 0))) throw new Refused('tooFewPlaces')
  const service: Service = {
    ...args,
    version: (before?.version ?? 0) + 1,
    revision: work.commandId,
    orgName: org?.name ?? '',
    sessions: mergeSessions(stood, args.sessions, changes, held),
  }
  await saveServiceRow(tx, service)
  touchService(work, before, service)
  await tellOrders(work, changes)
})

type Said = Omit<Session, 'booked'>

/**
 * The booked sessions that are at another time from now on, or taken off by being left out. An older build, which does
 * not say what it saw, may not have known of those it leaves out: they stay.
 */
function moved(before: Session[], said: Said[], seen: string | null | undefined): Moved {
  const changes: Moved = new Map()
  for (const each of before) {
    const now = said.find(({ id }) => id === each.id)
    const from = spanOf(each)
    if (each.booked === 0 || (now ? isAt(now, from) : seen === undefined)) continue
    changes.set(each.id, { from, to: now && spanOf(now) })
  }
  return changes
}

/** Places ordered stay; of what is left out only what was booked and is not taken off. */
function mergeSessions(
  before: Session[],
  said: Said[],
  changes: Moved,
  held: Map<string, number>,
): Session[] {
  const bookedOf = (id: string) => before.find((each) => each.id === id)?.booked ?? held.get(id) ?? 0
  const stays = ({ id, booked }: Session) =>
    booked > 0 && !changes.has(id) && !said.some((each) => each.id === id)
  return [...before.filter(stays), ...said.map((each) => ({ ...each, booked: bookedOf(each.id) }))].sort(
    (a, b) => (a.startsAt < b.startsAt ? -1 : 1),
  )
}

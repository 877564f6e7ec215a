import { keepsLists } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { isAt, type Service, type Session, spanOf } from 'domain/listing/service'
import type { WhenSpan } from 'domain/need/need'
import { requireAreas } from '../area/areas'
import { handles } from '../commands/handles'
import { seatsHeld } from '../need/tellOrders'
import { requireOrgs } from '../org/orgs'
import { saveServiceRow } from './serviceRepo'
import { lockService, touchService } from './services'

export const saveService = handles('service.save', async ({ seen, booked, ...args }, work) => {
  const { tx, catalogues, actor } = work
  if (!keepsLists(actor, args.communityCode)) throw new Refused('notAllowed')
  const category = await catalogues.find(tx, args.communityCode, args.categoryCode)
  if (!['service', 'training'].includes(category?.kind ?? '')) throw new Refused('unknownCategory')
  if (new Set(args.sessions.map((each) => each.id)).size < args.sessions.length)
    throw new Refused('badRequest')
  await requireAreas(tx, [args.communityCode])
  const [org] = await requireOrgs(tx, [args.orgId])
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
  const held = await seatsHeld(
    tx,
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
  const by = { id: actor.id, displayName: actor.displayName }
  for (const [sessionId, from] of new Map([
    ...[...held.keys()].map((id) => [id, undefined] as const),
    ...changes,
  ]))
    work.later({ name: 'tellOrders', data: { serviceId: args.id, sessionId, from, by } })
})

type Said = Omit<Session, 'booked'>

/**
 * The booked sessions that are at another time from now on, or taken off by being left out: when they were. An older build, which does
 * not say what it saw, may not have known of those it leaves out: they stay.
 */
function moved(before: Session[], said: Said[], seen: string | null | undefined): Map<string, WhenSpan> {
  const changes = new Map<string, WhenSpan>()
  for (const each of before) {
    const now = said.find(({ id }) => id === each.id)
    const from = spanOf(each)
    if (each.booked === 0 || (now ? isAt(now, from) : seen === undefined)) continue
    changes.set(each.id, from)
  }
  return changes
}

/** Places ordered stay; of what is left out only what was booked and is not taken off. */
function mergeSessions(
  before: Session[],
  said: Said[],
  changes: Map<string, WhenSpan>,
  held: Map<string, number>,
): Session[] {
  const bookedOf = (id: string) => before.find((each) => each.id === id)?.booked ?? held.get(id) ?? 0
  const stays = ({ id, booked }: Session) =>
    booked > 0 && !changes.has(id) && !said.some((each) => each.id === id)
  return [...before.filter(stays), ...said.map((each) => ({ ...each, booked: bookedOf(each.id) }))].sort(
    (a, b) => (a.startsAt < b.startsAt ? -1 : 1),
  )
}

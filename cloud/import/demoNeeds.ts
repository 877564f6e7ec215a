import type { CommandArgs } from 'domain/commands'
import { plusMinutes } from 'domain/kernel/time'
import type { Offer } from 'domain/need/need'
import type { DemoEvent, DemoFile, DemoNeed } from './demoFile'
import type { Cast, ImportStep } from './importStep'

/** Only the last rating of a demo need carries its score; one that led to 重办 was not a good one. */
const SCORE_BEFORE_REOPEN = 2

/** Every event of every need, oldest first, as the command that it was. */
export const needSteps = (demo: DemoFile, cast: Cast): ImportStep[] =>
  demo.needs
    .flatMap((need) => need.events.map((event, index) => ({ need, event, index })))
    .sort((a, b) => b.event.hoursAgo - a.event.hoursAgo)
    .map(({ need, event, index }): ImportStep => {
      const last = index === need.events.length - 1
      const given = {
        actor: cast.actorOf(event.byKey),
        at: plusMinutes(cast.now, -event.hoursAgo * 60),
        record: need.key,
        ...(last ? { expects: { needId: cast.idOf(need.key), status: need.status } } : {}),
      }
      return event.action === 'place'
        ? { ...given, name: 'need.place', args: placeOf(need, event, cast) }
        : { ...given, name: 'need.move', args: moveOf(need, index, demo.meta.district, cast) }
    })

function placeOf(need: DemoNeed, event: DemoEvent, { idOf }: Cast): CommandArgs<'need.place'> {
  const helpedId = need.requesterKey === event.byKey ? undefined : idOf(need.requesterKey)
  return {
    id: idOf(need.key),
    kind: need.kind,
    categoryCode: need.category,
    communityCode: need.gridCode.slice(0, 12),
    gridCode: need.gridCode,
    title: need.title,
    words: need.description,
    answers: {},
    urgency: need.urgency,
    headcount: need.headcount,
    alias: need.alias,
    placedFor: need.placedFor && {
      alias: need.placedFor.alias,
      relation: need.placedFor.relation,
      knows: need.placedFor.consent,
      personId: helpedId,
    },
    consent: true,
  }
}

function moveOf(need: DemoNeed, index: number, district: string, { idOf }: Cast): CommandArgs<'need.move'> {
  const event = need.events[index] as DemoEvent
  const later = need.events.slice(index + 1)
  const rated = later.some(({ action }) => action === 'rate') ? SCORE_BEFORE_REOPEN : need.rating?.score
  const says: Record<string, object> = {
    dispatch: { offer: offerOf(later, district, idOf), publicText: need.publicText },
    rate: { score: rated },
    merge: { targetId: need.mergedInto && idOf(need.mergedInto) },
  }
  const said = { needId: idOf(need.key), action: event.action, note: event.note || undefined }
  // Whatever the file says is checked by the command's own schema, as it is for everybody.
  return { ...said, ...says[event.action] } as CommandArgs<'need.move'>
}

/** A dispatch without a target goes to the district's pool; whoever then claims or declines was also invited. */
function offerOf(later: DemoEvent[], district: string, idOf: Cast['idOf']): Offer {
  const next = later.findIndex(({ action }) => action === 'dispatch')
  const invited = later
    .slice(0, next < 0 ? undefined : next)
    .filter(({ action }) => action === 'claim' || action === 'decline')
    .map(({ byKey }) => idOf(byKey))
  return { areaCode: district, personIds: [...new Set(invited)], orgIds: [] }
}

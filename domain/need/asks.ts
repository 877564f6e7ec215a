import type { Instant } from '../kernel/time'
import type { Need, NeedEvent, Offer } from './need'

/** `lapsed`: nobody can answer it any more, or it is done without them; `withdrawn`: staff or requester took it back. */
export type AskEnd = 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'released'

/** 询问: somebody was asked by name to take a need, or an org was, and how it ended. A pool asks nobody by name. */
export interface Ask {
  /** The step that asked. */
  eventId: string
  personId?: string
  orgId?: string
  byId: string
  askedAt: Instant
  /** Left out: not answered yet. One that was accepted may still be handed back. */
  how?: AskEnd
  endedAt?: Instant
}

const said = <T>(event: NeedEvent, key: string) => event.said?.[key] as T | undefined

/** Every ask of a need, in order, as its events say: from the beginning, so that none is missing. */
export function asksOf({ status }: Pick<Need, 'status'>, events: readonly NeedEvent[]): Ask[] {
  const all: Ask[] = []
  /** Those of the offer that stands. */
  let open: Ask[] = []
  /** By which asks each holder has come. */
  const came = new Map<string, Ask[]>()
  const last = events[events.length - 1]

  for (const event of events) {
    const { action, byId, at } = event
    const end = (asks: Ask[], how: AskEnd) => {
      for (const ask of asks) Object.assign(ask, { how, endedAt: at })
    }
    const unanswered = (asks: Ask[]) => asks.filter((ask) => ask.how === undefined)
    const ofPeople = (ids: string[]) => open.filter(({ personId }) => personId && ids.includes(personId))
    const ofOrgs = (ids: string[] = []) => open.filter(({ orgId }) => orgId && ids.includes(orgId))
    /** By the system, of those whose right has ended. */
    const lapsed = said<string[]>(event, 'personIds')
    const orgs = ofOrgs(said(event, 'orgIds'))

    switch (action) {
      case 'place':
      case 'dispatch': {
        end(unanswered(open), 'withdrawn')
        came.clear()
        const { personIds = [], orgIds = [] } = said<Offer>(event, 'offer') ?? {}
        const asked = { eventId: event.id, byId, askedAt: at }
        open = [
          ...[...new Set(personIds)].map((personId) => ({ ...asked, personId })),
          ...[...new Set(orgIds)].map((orgId) => ({ ...asked, orgId })),
        ]
        all.push(...open)
        break
      }
      case 'claim': {
        const by = orgs.length > 0 ? orgs : ofPeople([byId])
        came.set(byId, by)
        end(
          by.filter(({ how }) => how !== 'accepted'),
          'accepted',
        )
        break
      }
      case 'decline':
        end(unanswered([...ofPeople(lapsed ?? [byId]), ...orgs]), lapsed ? 'lapsed' : 'declined')
        break
      case 'release': {
        for (const personId of lapsed ?? [byId]) {
          const by = came.get(personId) ?? []
          came.delete(personId)
          const others = [...came.values()].flat()
          end(
            by.filter((ask) => !others.includes(ask)),
            lapsed ? 'lapsed' : 'released',
          )
        }
        if (lapsed) end(unanswered([...ofPeople(lapsed), ...orgs]), 'lapsed')
        break
      }
      case 'finish':
        end(unanswered(open), 'lapsed')
        break
      case 'reject':
      case 'merge':
        end(unanswered(open), 'withdrawn')
        break
      case 'withdraw':
        // Otherwise it passes to the next who asked, and the offer stands.
        if (status === 'withdrawn' && event === last) end(unanswered(open), 'withdrawn')
    }
    open = open.filter(({ how }) => how !== 'declined' && how !== 'lapsed')
  }
  return all
}

/** What a step opened, and what it ended. */
export function asksChanged(
  before: { need: Pick<Need, 'status'>; events: readonly NeedEvent[] },
  after: Pick<Need, 'status'>,
  event: NeedEvent,
): { opened: Ask[]; ended: Ask[] } {
  const was = asksOf(before.need, before.events)
  const now = asksOf(after, [...before.events, event])
  const differs = (ask: Ask, index: number) =>
    ask.how !== was[index]?.how || ask.endedAt !== was[index]?.endedAt
  return { opened: now.slice(was.length), ended: now.slice(0, was.length).filter(differs) }
}

import { termsOf } from '../category/category'
import { isPublic } from './audience'
import type { Need, NeedEvent } from './need'
import { type NeedSummary, summaryOf } from './needRow'
import { relationsOf } from './relations'

/** Instead of a name, for whoever asked for the same and knows nobody else who did. */
const SOMEBODY = '一位居民'
const SOMEBODYS_ID = '00000000-0000-7000-8000-000000000001'

const publicWords = (need: Need) => (isPublic(need) ? summaryOf(need).text : termsOf(need).name)

const SOMEONE = { personId: SOMEBODYS_ID, name: SOMEBODY }

/** How a need reads to somebody who may see its summary. Who asked for the same reads the public words and no name. */
export function summaryTo(need: Need, personId: string | undefined): NeedSummary {
  const summary = summaryOf(need)
  const as = personId === undefined ? [] : relationsOf(need, personId)
  if (as[0] !== 'asker') return summary
  return {
    ...summary,
    text: publicWords(need),
    requesterName: SOMEBODY,
    whenText: undefined,
    whenSpan: undefined,
  }
}

interface Whole {
  full: Need
  events: NeedEvent[]
}

/** The whole need for one of those whose own it is, who are not its staff: nobody else who asked for it is named. */
export function wholeTo(need: Need, events: NeedEvent[], personId: string): Whole {
  return withoutOthers(sincePassed(need, events, personId), personId)
}

function withoutOthers({ full, events }: Whole, personId: string): Whole {
  const isOther = (id: string) => id !== personId && full.askers.some((each) => each.personId === id)
  const nameless = (askers: Need['askers']) =>
    askers.map((each) => (each.personId === personId ? each : SOMEONE))
  return {
    full: { ...full, askers: nameless(full.askers) },
    events: events.map((event) => {
      const asked = event.said?.askers as Need['askers'] | undefined
      if (asked) return { ...event, said: { ...event.said, askers: nameless(asked) } }
      return isOther(event.byId) ? { ...event, byId: SOMEBODYS_ID, byName: SOMEBODY } : event
    }),
  }
}

/**
 * One that passed to its requester, because whoever asked before withdrew, tells them of the time before only the
 * steps and when they were: no words, answers and notes between others, and no name of who had it.
 */
function sincePassed(need: Need, events: NeedEvent[], personId: string): Whole {
  const ended = need.status === 'withdrawn' ? events.length - 1 : events.length
  const passed = events
    .slice(0, ended)
    .reduce((at, { action }, index) => (action === 'withdraw' ? index : at), -1)
  if (passed < 0 || need.requesterId !== personId) return { full: need, events }
  const text = publicWords(need)
  const steps = events.slice(0, passed + 1).map(({ id, needId, action, at, byId, byName }) => {
    const helped = need.assignments.some((each) => each.personId === byId)
    return { id, needId, action, at, byId: helped ? byId : SOMEBODYS_ID, byName: helped ? byName : SOMEBODY }
  })
  return {
    full: { ...need, title: text, words: text, answers: {}, whenText: undefined, whenSpan: undefined },
    events: [...steps, ...events.slice(passed + 1)],
  }
}

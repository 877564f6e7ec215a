import type { CommandArgs } from 'domain/commands'
import type { Session } from 'domain/listing/service'
import type { Someone } from '../browser/people'
import type { Caller } from '../support/caller'
import { idOf, MOMENT, type Scene } from './shot'

/** The order of a session that `orders` places. */
export const ORDER = '019cfe00-0000-7000-8000-000000000001'
const SERVICE = idOf('s01')

type Kept = Omit<CommandArgs<'service.save'>, 'seen' | 'sessions'> & { revision: string; sessions: Session[] }

async function serviceOf(caller: Caller): Promise<Kept> {
  const rows = Object.values(await caller.holds()).flatMap((text) => JSON.parse(text))
  return rows.find(({ id }) => id === SERVICE).row
}

/** 陈** has ordered the first session of the service. */
export async function orders({ other }: Scene) {
  const resident = await other('r04')
  const { communityCode, categoryCode, sessions } = await serviceOf(resident)
  const [session] = sessions as [Session]
  await resident.send('need.place', {
    id: ORDER,
    kind: 'service',
    categoryCode,
    communityCode,
    words: '电风扇不转了，想拿来修一修',
    answers: {},
    urgency: 'normal',
    consent: true,
    serviceId: SERVICE,
    sessionId: session.id,
    whenSpan: { from: session.startsAt, to: session.endsAt },
  })
}

/** The secretary moves the first session to the afternoon, and says less of the service. */
export async function movesSession({ other }: Scene) {
  const secretary = await other('y-sec')
  const { version, revision, orgName, sessions, ...row } = (await serviceOf(secretary)) as Kept &
    Record<'version' | 'orgName', unknown>
  const moved = sessions.map(({ booked, startsAt, endsAt, ...each }, at) => ({
    ...each,
    startsAt: at === 0 ? startsAt.replace('T01', 'T06') : startsAt,
    endsAt: at === 0 ? endsAt.replace('T03', 'T08') : endsAt,
  }))
  const booked = Object.fromEntries(sessions.map((each) => [each.id, each.booked]))
  const saved = { ...row, description: '风扇、电饭煲都可以拿来。', sessions: moved, booked, seen: revision }
  await secretary.send('service.save', saved)
}

/** Somebody has been asked for a need, or is asked in the place of another. */
export async function asksLam({ other }: Scene, key: string, note?: string) {
  const secretary = await other('y-sec')
  const offer = { personIds: [idOf('lam')], orgIds: [] }
  await secretary.send('need.move', { needId: idOf(key), action: 'dispatch', offer, note })
}

/** `before`: what holds these words throws while it is drawn. */
export const undrawable = (words: string) => (it: Someone) =>
  it.page.addInitScript((held) => {
    const make = document.createTextNode
    document.createTextNode = function (text) {
      if (String(text).includes(held)) throw new Error('cannot be drawn')
      return make.call(this, text)
    }
  }, words)

/** So much later that nothing can be taken back any more. */
export const past = ({ page }: Someone, seconds: number) =>
  page.clock.setFixedTime(new Date(Date.parse(MOMENT) + seconds * 1000))

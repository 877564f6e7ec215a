import type { CommandArgs } from 'domain/commands'
import { uuid7 } from 'domain/kernel/id'
import type { Service } from 'domain/listing/service'
import type { Phone } from './phone'
import { COMMUNITIES, PEOPLE, SERVICES, sessionOf } from './roster'
import { SECRET } from './secret'
import type { World } from './world'

export const PLACED_IN = [
  ['help', 'help-power'],
  ['help', 'help-escort'],
  ['help', 'help-farm'],
  ['wish', 'wish-home'],
  ['report', 'report-light'],
  ['idea', 'idea-life'],
] as const

/** Somebody places a need: sometimes they may still take it back, sometimes they say how to reach them. */
export function placeSomething({ dice, time }: World, phone: Phone) {
  const [kind, categoryCode] = dice.pick(PLACED_IN) ?? PLACED_IN[0]
  const communityCode = dice.pick([...COMMUNITIES, phone.person() ? COMMUNITIES[0] : '']) || COMMUNITIES[0]
  const args: CommandArgs<'need.place'> = {
    id: uuid7(time.now(), dice.bytes(10)),
    kind,
    categoryCode,
    communityCode: communityCode as string,
    ...(dice.chance(85) ? { gridCode: `${communityCode}00${1 + dice.roll(2)}` } : {}),
    words: '客厅灯不亮了，换过灯泡还是不行',
    answers: {},
    urgency: 'normal',
    consent: true,
  }
  if (dice.chance(30)) args.contact = SECRET
  if (dice.chance(15))
    args.placedFor = {
      alias: '黄伯',
      relation: '邻居',
      knows: true,
      ...(dice.chance(60) ? { personId: dice.pick(PEOPLE)?.id } : {}),
    }
  phone.send('need.place', args, dice.chance(25) ? { holdMs: 500 + dice.roll(9_000) } : undefined)
}

/** A place in a session: there are few. */
export function orderSomething({ dice, time }: World, phone: Phone) {
  const serviceId = dice.pick(SERVICES) as string
  const service = phone.rows.get(`service/${serviceId}`) as Service | undefined
  if (!service) return
  phone.send('need.place', {
    id: uuid7(time.now(), dice.bytes(10)),
    kind: 'service',
    categoryCode: service.categoryCode,
    communityCode: service.communityCode,
    words: '风扇不转了',
    answers: {},
    urgency: 'normal',
    consent: true,
    serviceId,
    sessionId: sessionOf(serviceId),
  })
}

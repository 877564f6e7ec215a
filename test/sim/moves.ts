import type { Actor } from 'domain/kernel/actor'
import type { MoveArgs } from 'domain/need/moves'
import type { Need, Offer } from 'domain/need/need'
import { NEED_ACTIONS } from 'domain/need/transitions'
import { actionsFor } from 'domain/need/workflow'
import { actorIn } from '@/client/held'
import type { Phone } from './phone'
import { COMMUNITIES, PEOPLE, TEAM, TOWN, UNIT } from './roster'
import type { World } from './world'

/** Somebody takes a step with a need that they see: mostly one that is theirs to take. */
export function moveSomething({ dice }: World, phone: Phone) {
  const need = dice.pick(phone.needs())?.need
  const person = phone.person()
  if (!need || !person) return
  const { sync } = phone
  const actor = actorIn({ person, held: sync().held }) as Actor
  const mine = actionsFor(need, actor, sync().now())
  const action = dice.chance(90) ? dice.pick(mine) : dice.pick(NEED_ACTIONS)
  if (!action || action === 'absorb' || action === 'reschedule') return
  phone.send('need.move', argsFor(dice, phone, need, action))
}

/** Of two open needs of one community one goes into the other: rows of two needs that change together. */
export function mergeTwo({ dice }: World, phone: Phone) {
  const open = phone.needs().filter(({ need }) => need.status === 'placed' || need.status === 'dispatched')
  const source = dice.pick(open)?.need
  const others = open.filter(
    ({ need }) => need.id !== source?.id && need.communityCode === source?.communityCode,
  )
  const target = dice.pick(others)?.need
  if (!source || !target) return
  phone.send('need.move', { needId: source.id, action: 'merge', targetId: target.id })
}

function argsFor(
  dice: World['dice'],
  phone: Phone,
  { id: needId, communityCode }: Need,
  action: MoveArgs['action'],
): MoveArgs {
  const note = '随便'
  switch (action) {
    case 'dispatch': {
      const headcount = dice.chance(30) ? 1 + dice.roll(2) : undefined
      const publicText = dice.chance(30) ? { publicText: '要人帮忙' } : {}
      return {
        needId,
        action,
        note,
        offer: someOffer(dice, communityCode),
        ...(headcount ? { headcount } : {}),
        ...publicText,
      }
    }
    case 'rate':
      return { needId, action, note, score: 1 + dice.roll(4) }
    case 'resize':
      return { needId, action, note, headcount: 1 + dice.roll(3) }
    case 'merge': {
      const others = phone
        .needs()
        .filter(({ need }) => need.communityCode === communityCode && need.id !== needId)
      return { needId, action, note, targetId: dice.pick(others)?.need.id ?? needId }
    }
    default:
      return { needId, action, note } as MoveArgs
  }
}

function someOffer(dice: World['dice'], community: string): Offer {
  const nobody: Offer = { personIds: [], orgIds: [] }
  switch (dice.roll(6)) {
    case 0:
      return { ...nobody, personIds: [dice.pick(PEOPLE)?.id ?? ''] }
    case 1:
      return { ...nobody, orgIds: [dice.pick([TEAM, UNIT]) ?? ''] }
    case 2:
      return { ...nobody, areaCode: dice.pick([...COMMUNITIES, TOWN, `${community}001`]) ?? community }
    default:
      return { ...nobody, areaCode: community }
  }
}

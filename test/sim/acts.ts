import {
  attend,
  changeCategory,
  changeHands,
  changeRights,
  lookElsewhere,
  moveSession,
  race,
  refresh,
  saveSomething,
  takeBack,
} from './deeds'
import {
  backUp,
  changeWeather,
  cutSockets,
  doWhatFollows,
  endLogIn,
  fillStorage,
  freeStorage,
  goOnOrOffline,
  killServer,
  killWhileWriting,
  lookOrLookAway,
  restart,
  restartServer,
  restore,
  setClockWrong,
  troubleDatabase,
} from './mishaps'
import { mergeTwo, moveSomething } from './moves'
import type { Phone } from './phone'
import { orderSomething, placeSomething } from './places'
import type { World } from './world'

type Act = (world: World, phone: Phone) => void | Promise<void>

/** Everything that may happen, and how often beside the others. */
const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [16, placeSomething],
  [30, moveSomething],
  [6, race],
  [5, mergeTwo],
  [6, orderSomething],
  [3, saveSomething],
  [3, moveSession],
  [5, changeRights],
  [2, changeCategory],
  [3, takeBack],
  [3, attend],
  [3, changeHands],
  [2, lookElsewhere],
  [2, refresh],
  [8, goOnOrOffline],
  [3, lookOrLookAway],
  [5, restart],
  [4, killWhileWriting],
  [2, fillStorage],
  [2, freeStorage],
  [2, setClockWrong],
  [4, changeWeather],
  [2, cutSockets],
  [2, endLogIn],
  [2, troubleDatabase],
  [2, killServer],
  [3, doWhatFollows],
  [1, restartServer],
  [1, backUp],
  [1, restore],
]
const BAG = ACTS.flatMap(([weight, act]) => Array<Act>(weight).fill(act))

/** One thing that somebody does, or that happens to somebody. */
export async function act(world: World) {
  const { dice, phones, note } = world
  const phone = dice.pick(phones)
  const chosen = dice.pick(BAG)
  if (!phone || !chosen) return
  if (phone.dead() && dice.chance(40)) phone.start()
  note(`— ${phone.name} ${chosen.name}`)
  await chosen(world, phone)
}

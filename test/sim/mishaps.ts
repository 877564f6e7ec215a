import { FAIR, ROUGH } from './network'
import type { Phone } from './phone'
import type { World } from './world'

const HOUR = 3_600_000

export function goOnOrOffline({ dice }: World, phone: Phone) {
  phone.alive(() => phone.fake().setOnline(dice.chance(50)))
}

/** People look at the app, or away. */
export function lookOrLookAway({ dice }: World, phone: Phone) {
  phone.alive(() => phone.fake().setVisible(dice.chance(60)))
}

export function fillStorage({ dice }: World, phone: Phone) {
  phone.fake().setRoom(phone.fake().used() + dice.roll(3_000))
}

export function freeStorage(_: World, phone: Phone) {
  phone.fake().setRoom(Number.POSITIVE_INFINITY)
}

/** By days. */
export function setClockWrong({ dice }: World, phone: Phone) {
  phone.setClockError((dice.roll(200) - 100) * HOUR)
}

export function restart(_: World, phone: Phone) {
  phone.kill()
  phone.start()
}

/** Right after one of its next writes. */
export function killWhileWriting({ dice }: World, phone: Phone) {
  let left = 1 + dice.roll(8)
  phone.fake().killAfterWriting(() => --left === 0)
}

export async function restartServer({ dice, endServer, startServer, time }: World) {
  await endServer('stops')
  await time.pass(dice.roll(20_000))
  await startServer()
}

/** The database goes back to the last backup, and calls itself another. */
export async function restore({ endServer, startServer, restoreBackup }: World) {
  await endServer('stops')
  await restoreBackup()
  await startServer()
}

export function changeWeather({ dice, network }: World) {
  network.turn(dice.chance(70) ? ROUGH : FAIR)
}

/** Of this phone alone, by somebody who has its token. */
export function endLogIn({ server }: World, phone: Phone) {
  const token = phone.token()
  if (token) void server()?.handle({ method: 'POST', path: '/api/logout', token })
}

export function cutSockets({ network }: World) {
  network.cutSockets()
}

/** Some statements fail, or none any more. */
export function troubleDatabase({ dice, gate }: World) {
  gate.fail(dice.chance(50) ? 10 : 0)
}

/** In the middle of a transaction, most likely. */
export function killServer({ dice, dieSoon }: World) {
  dieSoon(dice.roll(12))
}

/** The minute's job: what a commit started is late where the server died, or a statement failed. */
export const doWhatFollows = ({ server }: World) => void server()?.doEffects()

export const backUp = ({ database }: World) => database.backUp()

import { PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { NetworkFailure, type Stop } from '@/platform/port'
import { forgetLogIn, isLogIn, readLogIn, writeLogIn } from './account'
import type { Commands, Me, Sync, SyncOptions } from './contract'
import { jittered } from './exchange'
import { createLeaderElection } from './leaderElection'
import { createLive } from './live'
import { createLoop, type RoundTripResult } from './loop'
import { createServerClock } from './serverClock'
import { createTroubles } from './troubles'
import { openUserSession, type UserSession } from './userSession'

/**
 * The sync of one phone: who is here, when the server is asked, and what is told to the app. Knows rows and
 * commands only through `replay` and the phone only through `platform`, and keeps nothing outside this closure,
 * so that many run side by side in one process.
 */
export function createSync<View, C extends Commands = Commands>(options: SyncOptions<View, C>): Sync<C>
// Outside the commands are the app's own; inside one is like the other.
export function createSync<View>(given: SyncOptions<View>): Sync {
  const { platform, onStatus } = given
  const troubles = createTroubles(platform.storage, given.build ?? '')
  const onTrouble = (error: unknown, where: string) => {
    troubles.note(error, where)
    given.onTrouble(error, where)
  }
  const options = { ...given, onTrouble }
  const { network, screen, windows } = platform
  const serverClock = createServerClock(platform)
  const jitter = (ms: number) => jittered(ms, platform.randomBytes)

  /** Undefined for a guest, and for a person whose log-in has ended [S10]. */
  let token: string | undefined
  let userSession!: UserSession
  let listening: Stop[] = []
  /** The scopes that the socket listens to, and those for which it was opened anew. */
  let greeted = ''
  let reopenedFor = ''

  const loop = createLoop({
    platform,
    jitter,
    roundTrip,
    waiting: () => windows.isLeader() && unsent(),
    live: () => (live.hasHeartbeat() ? 'heartbeat' : live.ready() ? 'mute' : 'none'),
    onChange: tell,
    onStall: () => live.reopen(),
    onTrouble: (error) => onTrouble(error, 'a round trip'),
  })

  const live = createLive({
    platform,
    jitter,
    wanted: () => network.online() && screen.visible() && !loop.ended(),
    hello: () => ({ type: 'hello', protocol: PROTOCOL_VERSION, token, watching: userSession.looksAt(token) }),
    onReady(scopes) {
      greeted = scopes.join()
      userSession.greeted()
      loop.nudge() // for what has changed before it listened
    },
    onNews(news) {
      if (userSession.hear(news)) loop.nudge()
      else tell()
    },
    onSilence: () => loop.nudge(),
    onRefused: (code) => (code === 'tooOld' ? loop.end() : loop.nudge()),
  })

  const election = createLeaderElection({
    platform,
    unsent,
    onLeadership() {
      if (windows.isLeader()) userSession.keep()
      if (unsent()) loop.nudge()
      tell()
    },
    onStored(key) {
      if (isLogIn(key)) heardLogIn()
      else if (userSession.hearStored(key)) acted()
    },
  })

  // Somebody has logged in or out in another window.
  function heardLogIn() {
    const session = readLogIn(platform)
    if (session?.person.id !== userSession.person?.id) {
      userSession.leave()
      enter(session?.person, session?.token)
    } else if (session?.token !== token) {
      token = session?.token
      begin()
    }
  }

  async function roundTrip(isCurrent: () => boolean): Promise<RoundTripResult> {
    const { result, acknowledged, scopes } = await userSession.roundTrip(token, isCurrent)
    if (result === 'loginNeeded') {
      if (token === undefined) return 'busy'
      logInEnded()
      return 'done'
    }
    if (acknowledged) loop.acknowledged()
    if (scopes) greetAnew(scopes.join())
    return result
  }

  // [S10] They go on as a guest, and what they have not yet sent waits.
  function logInEnded() {
    token = undefined
    begin()
  }

  function unsent() {
    return token !== undefined && userSession.unsent()
  }

  // A right was given since the greeting: the socket does not listen to its scope yet.
  function greetAnew(scopes: string) {
    if (!live.ready() || greeted === scopes || reopenedFor === scopes) return
    reopenedFor = scopes
    live.reopen()
  }

  const needsLogIn = () => userSession.person !== undefined && token === undefined && !loop.ended()

  function tell() {
    if (loop.ended()) live.close()
    election.watch()
    onStatus({
      ...userSession.status(),
      online: network.online(),
      state: needsLogIn() ? 'loginNeeded' : loop.state(),
      clockOffsetMs: serverClock.offsetMs(),
    })
  }

  function enter(person: Me | undefined, withToken: string | undefined) {
    token = withToken
    userSession = openUserSession(options, { serverClock, troubles }, person, acted, tell)
    userSession.showAll()
    begin()
  }

  function begin() {
    loop.reset()
    live.reopen()
    tell()
  }

  /** People did something that is to be sent, or seen in the outbox. */
  function acted() {
    loop.nudge()
    tell()
  }

  return {
    start() {
      listening = [
        ...election.start(),
        network.onChange(() => {
          live.reopen()
          acted()
        }),
        screen.onChange((visible) => {
          live.open()
          if (visible) loop.nudge()
          else userSession.flush()
        }),
      ]
      loop.start()
      const session = readLogIn(platform)
      enter(session?.person, session?.token)
    },

    stop() {
      for (const stop of listening) stop()
      loop.stop()
      live.close()
      userSession.stop()
    },

    send(name, args, options) {
      const sent = userSession.send(name, args, options)
      if (sent.ok) acted()
      return sent
    },

    takeBack(commandId) {
      const done = userSession.takeBack(commandId)
      if (done) acted() // what waited behind it may go
      return done
    },

    retry(commandId) {
      userSession.retry(commandId)
      acted()
    },

    dismiss(commandId) {
      userSession.dismiss(commandId)
      acted()
    },

    watch(scope) {
      if (scope === userSession.watching()) return
      userSession.watch(scope)
      live.reopen()
      acted()
    },

    refresh: () => loop.tried(),

    logIn(newToken, person) {
      const returns = userSession.person?.id === person.id
      if (!returns) userSession.leave() // first of all, to make room
      writeLogIn(platform, { token: newToken, person })
      if (!returns) return enter(person, newToken)
      token = newToken
      begin()
    },

    logOut() {
      forgetLogIn(platform)
      userSession.leave()
      enter(undefined, undefined)
    },

    async ask(method, path, body) {
      const [asker, askedWith] = [userSession, token]
      const answer = await platform.request({ method, path, body, token })
      if (asker !== userSession) throw new NetworkFailure('unreachable') // nobody's business any more
      if (answer.status === 401 && token && token === askedWith) logInEnded()
      return answer
    },

    tell: onTrouble,
    hold: (entity, rows) => userSession.hold(entity, rows),
    held: (entity, id) => userSession.held(entity, id),
    pending: (entity, id) => userSession.pending(entity, id),
    now: serverClock.now,
  }
}

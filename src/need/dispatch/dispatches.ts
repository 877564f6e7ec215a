import type { Actor } from 'domain/kernel/actor'

/** The secretary and coordinators dispatch and keep the lists; grid workers and leads look on and follow up. */
export const dispatches = (me: Actor) =>
  me.grants.some(({ role }) => role === 'secretary' || role === 'coordinator')

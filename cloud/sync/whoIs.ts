import { scopesOf } from 'domain/kernel/scope'
import type { Db } from '../db/pool'
import { actorsOf, loginOf, openTokens } from '../login/tokens'
import type { Identify } from './live'

/** The person behind a socket's hello, and the scopes that they may hear: the same as a pull gives. */
export function identify(db: Db, district: string): Identify {
  const actorOf = openTokens(db)
  return {
    whoIs: async ({ token, watching }) => {
      if (token === undefined) return { watching, scopes: scopesOf(undefined, district, watching) }
      const actor = await actorOf(token)
      if (!actor) return undefined
      const scopes = scopesOf(actor, district, watching)
      return { personId: actor.id, login: loginOf(token), watching, scopes }
    },
    whoChanged: async (all) => {
      const actors = await actorsOf(
        db,
        all.flatMap(({ login }) => login ?? []),
      )
      return all.filter(({ login, watching, scopes }) => {
        if (!login) return false
        const actor = actors.get(login)
        return !actor || scopesOf(actor, district, watching).join() !== scopes.join()
      })
    },
  }
}

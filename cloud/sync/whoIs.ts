import { scopesOf } from 'domain/access'
import type { OurLiveRequest } from 'domain/synced'
import type { Db } from '../db/pool'
import { actorOf, loginOf } from '../people/tokens'
import type { Heard } from './live'

/** The person behind a socket's hello, and the scopes that they may hear: the same as a pull gives. */
export const whoIs =
  (db: Db, district: string) =>
  async ({ token, watching }: OurLiveRequest): Promise<Heard | undefined> => {
    if (token === undefined) return { scopes: scopesOf(undefined, district, watching) }
    const actor = await actorOf(db, token)
    if (!actor) return undefined
    return { personId: actor.id, login: loginOf(token), scopes: scopesOf(actor, district, watching) }
  }

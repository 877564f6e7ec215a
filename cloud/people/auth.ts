import type { Actor } from 'domain/actor'
import { Refused } from 'domain/refusal'
import type { FastifyRequest } from 'fastify'
import type { ActorOf } from './tokens'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the request's token belongs to; undefined for a guest. */
    actor: Actor | undefined
  }
}

export const tokenOf = ({ headers }: FastifyRequest) =>
  /^Bearer (\S{1,100})$/.exec(headers.authorization ?? '')?.[1]

/** Looked up on every request, so that a lost right is lost at once. @throws Refused loginNeeded for a token that is not valid */
export async function authenticate(actorOf: ActorOf, request: FastifyRequest): Promise<Actor | undefined> {
  if (request.headers.authorization === undefined) return undefined
  const token = tokenOf(request)
  const actor = token && (await actorOf(token))
  if (!actor) throw new Refused('loginNeeded')
  return actor
}

/** @throws Refused loginNeeded for a guest */
export function requireActor({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Refused('loginNeeded')
  return actor
}

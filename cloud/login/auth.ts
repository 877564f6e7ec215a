import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { FastifyRequest } from 'fastify'
import type { ActorOf } from './tokens'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the request's token belongs to, once all of it has come; undefined for a guest. */
    actor: Actor | undefined
  }
}

export const tokenOf = ({ headers }: FastifyRequest) =>
  /^Bearer (\S{1,100})$/.exec(headers.authorization ?? '')?.[1]

/**
 * Looked up on every request, so that a lost right is lost at once. Whose log-in has ended is a guest: they see what
 * anybody sees, and can log in again.
 */
export async function authenticate(actorOf: ActorOf, request: FastifyRequest): Promise<Actor | undefined> {
  const token = tokenOf(request)
  return token === undefined ? undefined : actorOf(token)
}

/** @throws Refused loginNeeded for a guest */
export function requireActor({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Refused('loginNeeded')
  return actor
}

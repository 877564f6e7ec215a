import { saidName } from 'domain/kernel/area'
import { Refused } from 'domain/kernel/refusal'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../db/pool'
import type { Context } from '../kernel/context'
import { listDemoIdentities } from './demoRepo'

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const FORWARDING = /^(forwarded|via|x-real-ip|x-forwarded-.*|cf-connecting-ip|true-client-ip)$/

/**
 * Demo identities need no password, so they exist only on the machine in front of one: in a database that was
 * created as a demo, not in production, on loopback, asked for as localhost, and through no proxy.
 * @throws Refused demoOnly
 */
export function requireDemo({ config, instance }: Context, { headers }: FastifyRequest) {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const local = ['localhost', '127.0.0.1'].includes(host) && LOOPBACK.includes(config.host)
  const forwarded = Object.keys(headers).some((name) => FORWARDING.test(name))
  if (!instance.demo || config.production || !local || forwarded) throw new Refused('demoOnly')
}

/** Whom one may be in a demo. */
export async function demoPeople(db: Db) {
  const people = await listDemoIdentities(db)
  return people.map(({ grants, ...person }) => ({
    ...person,
    community: saidName(person.community),
    roles: [...new Set(grants.map(({ role }) => role))],
  }))
}

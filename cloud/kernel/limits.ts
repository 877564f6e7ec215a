import rateLimit from '@fastify/rate-limit'
import { Refused } from 'domain/kernel/refusal'
import type { FastifyRequest } from 'fastify'
import type { Config } from './config'
import type { App } from './context'

type Check = (request: FastifyRequest) => Promise<void>

/**
 * Limits a minute, per address (many people share one) and per person.
 * @throws Refused tooMany, from the checks it returns
 */
export async function limitRates(app: App, { limits }: Config): Promise<{ address: Check; person: Check }> {
  await app.register(rateLimit, { global: false })
  const limiter = (max: number, keyOf: (request: FastifyRequest) => string): Check => {
    const check = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf })
    return async (request) => {
      const result = await check(request)
      if (!result.isAllowed && result.isExceeded) throw new Refused('tooMany')
    }
  }
  return {
    address: limiter(limits.address, ({ ip }) => ip),
    person: limiter(limits.person, ({ actor }) => actor?.id ?? ''),
  }
}

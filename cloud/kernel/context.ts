import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Instant } from 'domain/kernel/time'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Pipeline } from '../commands/pipeline'
import type { ActorOf } from '../login/tokens'
import type { Instance } from '../postgres/instance'
import type { News } from '../sync/live'
import type { ReadPages } from '../sync/pages'
import type { Config } from './config'

/** What the routes work with. */
export interface Context extends Pipeline {
  config: Config
  /** The server's clock, by which rules and deadlines go. */
  now: () => Instant
  instance: Instance
  /** To the sockets of every server, after the commit. */
  tell: (news: News) => void
  /** In a page of a pull. */
  pageRows: number
  readPages: ReadPages
  actorOf: ActorOf
  /** Does what follows commands and is due. */
  doEffects: () => Promise<void>
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import { PAGE_ROWS, PROTOCOL_VERSION } from 'domain/kernel/protocol'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import Fastify, { LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { openCatalogues } from '../category/catalogues'
import { openPipeline } from '../commands/pipeline'
import { openVault } from '../contact/vault'
import type { Db } from '../db/pool'
import { openEffects } from '../effects/doEffects'
import { authenticate } from '../login/auth'
import { openTokens } from '../login/tokens'
import { readInstance } from '../postgres/instance'
import { openAudience } from '../sync/audience'
import { type News, openLive } from '../sync/live'
import { openPages } from '../sync/pages'
import { openRelay } from '../sync/relay'
import { identify } from '../sync/whoIs'
import { EFFECTS, HANDLERS, ROUTES } from '../things'
import { zipTexts } from './compress'
import type { Config } from './config'
import type { App, Context } from './context'
import { healthRoutes } from './health'
import { limitRates } from './limits'
import { logging, logRequests } from './logging'
import { answerBrokenRequest, answerProblem } from './problems'
import { secureHeaders, serveWeb } from './web'

const VERSION = '1.0.0'
const BODY_MAX = 1_000_000

export interface BuildOptions {
  /** Migrated; it stays open when the app closes. */
  db: Db
  config: Config
  /** Where the log goes; false: nowhere. */
  log?: NodeJS.WritableStream | false
  /** Another clock than the machine's. */
  now?: () => Instant
  /** Rows in a page of a pull, where it shall be fewer than phones are made for. */
  pageRows?: number
  /** For how long a request may be under way to us, headers and body. */
  comesWithinMs?: number
}

const machineTime = (): Instant => new Date().toISOString()

/** Who sends or reads too slowly is cut off: a request is judged when it is whole, and holds nothing until then. */
const patience = (comesWithinMs: number) => ({
  requestTimeout: comesWithinMs,
  connectionTimeout: 2 * comesWithinMs, // without a byte in either direction; sockets of `live` have beats instead
  http: { headersTimeout: comesWithinMs / 2, connectionsCheckingInterval: comesWithinMs / 10 },
})

/** The whole API over a database. The caller listens. */
export async function buildApp({
  db,
  config,
  log,
  now = machineTime,
  pageRows = PAGE_ROWS,
  comesWithinMs = 30_000,
}: BuildOptions): Promise<{ app: App; context: Context }> {
  const app: App = Fastify({
    logger: log === false ? false : logging(config.logLevel, log),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxy ?? false,
    bodyLimit: BODY_MAX,
    ...patience(comesWithinMs),
    clientErrorHandler: answerBrokenRequest,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    frameworkErrors: answerProblem,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)

  const context = await openContext(app, { db, config, now, pageRows })
  await addHooks(app, context)
  await app.register(swagger, {
    openapi: { info: { title: '先锋 xianfeng', version: `${VERSION} (protocol ${PROTOCOL_VERSION})` } },
    transform: jsonSchemaTransform,
  })
  await app.register(async (scope) => {
    const api = scope as App
    zipTexts(api)
    for (const routes of ROUTES) routes(api, context)
    healthRoutes(api, context, VERSION)
    api.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  })
  await serveWeb(app, config.webRoot)
  return { app, context }
}

async function openContext(
  app: App,
  { db, config, now, pageRows }: Pick<Context, 'db' | 'config' | 'now' | 'pageRows'>,
): Promise<Context> {
  const instance = await readInstance(db)
  const onError = (error: unknown) => app.log.error({ err: error })
  const audience = openAudience({ db, epoch: instance.epoch }, onError)
  const live = openLive(audience, identify(db, config.district), onError)
  live.attach(app.server)
  app.addHook('preClose', async () => live.close())
  const catalogues = openCatalogues()
  const hearing = {
    hear: (news: News) => {
      catalogues.moved(news.scopes ?? [])
      live.hear(news)
    },
    lookAgain: () => {
      catalogues.moved('any')
      live.lookAgain()
    },
  }
  const { tell, close } = await openRelay(db, hearing, onError)
  app.addHook('onClose', close)
  const pipeline = openPipeline({
    db,
    vault: openVault(config.masterKey),
    handlers: HANDLERS,
    catalogues,
    committed: ({ numbers, rights, effects }) => {
      tell({ scopes: Object.keys(numbers), rights })
      if (effects) void doing.doEffects()
    },
  })
  const doing = openEffects({ ...pipeline, now }, EFFECTS, onError)
  app.addHook('onClose', doing.close)
  return {
    ...pipeline,
    config,
    now,
    instance,
    tell,
    pageRows,
    readPages: openPages(db, { pageRows }),
    actorOf: openTokens(db),
    doEffects: doing.doEffects,
  }
}

async function addHooks(app: App, { config, actorOf }: Context) {
  await secureHeaders(app, config.webRoot)
  const limits = await limitRates(app, config)
  app.decorateRequest('actor', undefined)
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return
    await limits.address(request)
  })
  // The body has come: whoever was slow with it is judged by the rights of now.
  app.addHook('preValidation', async (request) => {
    if (!request.url.startsWith('/api/')) return
    request.actor = await authenticate(actorOf, request)
    if (request.actor) await limits.person(request)
  })
  app.setNotFoundHandler((request, reply) => answerProblem(new Refused('notFound'), request, reply))
  logRequests(app)
}

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { defaultDataDir } from '../postgres/cluster'

const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true')
const perMinute = (usual: number) => z.coerce.number().int().min(1).default(usual)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8710),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default(defaultDataDir())
    .transform((folder) => path.resolve(folder)),
  /** Another PostgreSQL than the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Processes that serve; also `--workers`. */
  WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  DISTRICT: z
    .string()
    .regex(/^\d{6}$/)
    .default('441704'),
  /** Whether a new database is filled with the demo district. */
  DEMO: flag.optional(),
  /** 32 bytes in base64; without it a key file in DATA_DIR is made and used. */
  MASTER_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  /** The only address (or CIDR, or several with commas) whose X-Forwarded-For is believed. */
  TRUSTED_PROXY: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
  /** `info` tells every request. */
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  LIMIT_PERSON: perMinute(600),
  LIMIT_ADDRESS: perMinute(3000),
})

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  workers: number
  district: string
  demo: boolean
  production: boolean
  logLevel: string
  masterKey: Buffer
  trustedProxy: string | undefined
  /** Requests a minute. */
  limits: { person: number; address: number }
  /** The built H5, served at `/`. */
  webRoot: string | undefined
}

/** @throws Error that names what is wrong, one line each */
export function readConfig(env: NodeJS.ProcessEnv, webRoot?: string): Config {
  const { data, error } = environment.safeParse(env)
  if (!data) {
    const lines = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not right.\n${lines.join('\n')}`)
  }
  const production = data.NODE_ENV === 'production'
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    workers: data.WORKERS,
    district: data.DISTRICT,
    demo: data.DEMO ?? !production,
    production,
    logLevel: data.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    masterKey: data.MASTER_KEY ? Buffer.from(data.MASTER_KEY, 'base64') : keyFile(data.DATA_DIR),
    trustedProxy: data.TRUSTED_PROXY,
    limits: { person: data.LIMIT_PERSON, address: data.LIMIT_ADDRESS },
    webRoot,
  }
}

/** Made once. Whoever loses it can open no contact data any more: it belongs into the backup, apart from the database. */
function keyFile(dataDir: string): Buffer {
  const file = path.join(dataDir, 'master.key')
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8'), 'base64')
  if (key.length !== 32) throw new Error(`${file} must hold 32 bytes in base64`)
  return key
}

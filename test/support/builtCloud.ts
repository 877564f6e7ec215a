import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface BuiltCloud {
  url: string
  pid: number
  /** Its code, once it has ended. */
  ended: Promise<number | null>
  stop(): Promise<void>
  /** With SIGKILL: it says goodbye to nobody. */
  kill(): Promise<void>
}

/**
 * Runs what `npm start` runs, the built server, in a process of its own on a free port of loopback.
 * @param databaseUrl undefined: the embedded PostgreSQL, in `env.DATA_DIR`
 */
export async function startBuiltCloud(
  databaseUrl: string | undefined,
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<BuiltCloud> {
  const dataDir = fs.mkdtempSync('/tmp/xf-cloud-')
  const server = spawn(process.execPath, [path.resolve('dist/cloud/main.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      MASTER_KEY: randomBytes(32).toString('base64'),
      LIMIT_PERSON: '10000000',
      LIMIT_ADDRESS: '10000000',
      ...env,
    },
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const url = await addressOf(server)
  async function end(signal: 'SIGTERM' | 'SIGKILL') {
    server.kill(signal)
    await ended
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, pid: server.pid ?? 0, ended, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

/** The server says where it listens. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const streams = [server.stdout, server.stderr]
    const hear = (text: Buffer) => {
      said += text
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (!address) return
      for (const stream of streams) stream?.off('data', hear).resume()
      resolve(address)
    }
    for (const stream of streams) stream?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${said}`)))
  })
}

import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { NetworkFailure, ONE_WINDOW, type Platform } from '@/platform/port'

/**
 * A phone made of Node, that asks a real server over real sockets. Held to the same suite as the real one.
 * @param base of the server, such as `http://127.0.0.1:8787`
 * @param disk what an earlier run left
 * @param options.haste how much faster its time runs
 * @param options.patient no request ends because it takes too long
 */
export function createNodePlatform(
  base: string,
  disk = new Map<string, string>(),
  { haste = 1, patient = false } = {},
) {
  let online = true
  let visible = true
  let alive = true
  const networkListeners = new Set<(online: boolean) => void>()
  const screenListeners = new Set<(visible: boolean) => void>()
  const links = new Set<WebSocket>()
  const timers = new Set<NodeJS.Timeout>()

  const platform: Platform = {
    async request({ method, path, body, token, timeoutMs = 15_000 }) {
      if (!online) throw new NetworkFailure('unreachable')
      try {
        const response = await fetch(`${base}${path}`, {
          method,
          headers: {
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(patient ? {} : { signal: AbortSignal.timeout(timeoutMs / haste) }),
        })
        const text = await response.text()
        if (!alive) return new Promise(() => {})
        return { status: response.status, body: parsed(text) }
      } catch (error) {
        throw new NetworkFailure((error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable')
      }
    },

    connect(path, handlers) {
      const link = new WebSocket(`${base.replace(/^http/, 'ws')}${path}`)
      let over = false
      const heard = () => alive && !over
      const gone = () => {
        links.delete(link)
        if (!heard()) return
        over = true
        handlers.onClose()
      }
      links.add(link)
      if (!online) queueMicrotask(() => link.terminate())
      link.on('open', () => heard() && handlers.onOpen())
      link.on('message', (data) => heard() && handlers.onMessage(String(data)))
      link.on('error', () => {}) // `close` follows
      link.on('close', gone)
      return {
        send: (text) => link.readyState === WebSocket.OPEN && link.send(text),
        close() {
          over = true
          link.close()
        },
      }
    },

    storage: {
      get: (key) => disk.get(key) || undefined,
      set: (key, text) => void (alive && disk.set(key, text)),
      remove: (key) => void (alive && disk.delete(key)),
      keys: () => [...disk.keys()],
    },

    randomBytes: (count) => new Uint8Array(randomBytes(count)),

    clock: {
      now: () => Date.now(),
      after(ms, run) {
        const timer = setTimeout(() => {
          timers.delete(timer)
          if (alive) run()
        }, ms / haste)
        timers.add(timer)
        return () => {
          clearTimeout(timer)
          timers.delete(timer)
        }
      },
    },
    network: {
      online: () => online,
      onChange(listener) {
        networkListeners.add(listener)
        return () => networkListeners.delete(listener)
      },
    },
    screen: {
      visible: () => visible,
      onChange(listener) {
        screenListeners.add(listener)
        return () => screenListeners.delete(listener)
      },
    },
    windows: ONE_WINDOW,
  }

  return {
    platform,
    disk,
    setOnline(now: boolean) {
      if (online === now) return
      online = now
      if (!now) for (const link of links) link.terminate()
      for (const listener of networkListeners) listener(now)
    },
    setVisible(now: boolean) {
      visible = now
      for (const listener of screenListeners) listener(now)
    },
    /** The app is killed where it stands: nothing of it runs, is heard or is written any more. */
    kill() {
      alive = false
      for (const link of links) link.terminate()
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
export type NodePhone = ReturnType<typeof createNodePlatform>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

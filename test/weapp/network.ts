import http from 'node:http'
import https from 'node:https'
import zlib from 'node:zlib'
import { type Callbacks, type SocketOptions, SocketTask, toArrayBuffer } from './socketTask'

type RequestOptions = Callbacks & {
  url: string
  data?: unknown
  header?: Record<string, string>
  method?: string
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
}
type Status = { isConnected: boolean; networkType: string }

const REQUEST_TIMEOUT_MS = 60_000

/** weapp's `request`, `connectSocket` and network status over Node's sockets, with switches for bad luck. */
export class Network {
  /** Every request, as it went over the wire (bytes are of bodies, as sent). */
  readonly requests: {
    method: string
    path: string
    status: number
    sent: number
    received: number
    ms: number
  }[] = []
  /** The server gets the request, the phone never the reply. */
  loseReplies = false
  /** Added before every request leaves and every socket opens. */
  delayMs = 0
  private isOffline = false
  private readonly listeners = new Set<(status: Status) => void>()
  private readonly ongoing = new Set<(errMsg: string) => void>()
  private readonly sockets = new Set<SocketTask>()

  get offline() {
    return this.isOffline
  }

  /** Going offline fails what is under way, closes the sockets and tells who listens. */
  set offline(offline: boolean) {
    if (offline === this.isOffline) return
    this.isOffline = offline
    if (offline) this.cut()
    for (const listener of this.listeners) listener(this.status())
  }

  /** Drops the connections, as a change of cell or Wi-Fi does; the phone stays online. */
  cut() {
    for (const fail of [...this.ongoing]) fail('request:fail')
    for (const socket of [...this.sockets]) socket.drop()
  }

  /** The process is killed: nothing calls back any more. */
  kill() {
    this.listeners.clear()
    for (const fail of [...this.ongoing]) fail('')
    for (const socket of [...this.sockets]) socket.kill()
  }

  get openSockets() {
    return this.sockets.size
  }

  readonly wx = {
    request: (options: RequestOptions) => this.request(options),
    connectSocket: (options: SocketOptions) => this.connectSocket(options),
    onNetworkStatusChange: (listener: (status: Status) => void) => void this.listeners.add(listener),
    offNetworkStatusChange: (listener?: (status: Status) => void) =>
      void (listener ? this.listeners.delete(listener) : this.listeners.clear()),
    getNetworkType: ({ success, complete }: Callbacks = {}) => {
      const result = { networkType: this.status().networkType, errMsg: 'getNetworkType:ok' }
      setTimeout(() => {
        success?.(result)
        complete?.(result)
      })
    },
  }

  private status(): Status {
    return { isConnected: !this.isOffline, networkType: this.isOffline ? 'none' : 'wifi' }
  }

  private request({ success, fail, complete, ...options }: RequestOptions) {
    const started = Date.now()
    let outgoing: http.ClientRequest | undefined
    const end = (errMsg: string) => {
      if (!this.ongoing.delete(end)) return
      clearTimeout(timer)
      outgoing?.destroy()
      if (!errMsg) return
      fail?.({ errMsg })
      complete?.({ errMsg })
    }
    this.ongoing.add(end)
    const timer = setTimeout(() => end('request:fail timeout'), options.timeout ?? REQUEST_TIMEOUT_MS)
    setTimeout(() => {
      if (!this.ongoing.has(end)) return
      if (this.isOffline) return end('request:fail')
      outgoing = this.send(options, started, end, (result) => {
        if (this.loseReplies) return end('request:fail')
        this.ongoing.delete(end)
        clearTimeout(timer)
        success?.(result)
        complete?.(result)
      })
    }, this.delayMs)
    const ignore = () => {}
    return { abort: () => end('request:fail abort'), onHeadersReceived: ignore, offHeadersReceived: ignore }
  }

  private send(
    options: RequestOptions,
    started: number,
    fail: (errMsg: string) => void,
    succeed: (result: object) => void,
  ): http.ClientRequest {
    const { url, method, headers, body } = encode(options)
    const client = url.protocol === 'https:' ? https : http
    const outgoing = client.request(url, { method, headers }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk) => chunks.push(chunk))
      reply.on('error', () => fail('request:fail'))
      reply.on('end', () => {
        const raw = Buffer.concat(chunks)
        const status = reply.statusCode ?? 0
        this.requests.push({
          method,
          path: url.pathname + url.search,
          status,
          sent: body?.length ?? 0,
          received: raw.length,
          ms: Date.now() - started,
        })
        const data = decode(unzip(raw, reply.headers['content-encoding']), options)
        succeed({ statusCode: status, header: { ...reply.headers }, data, cookies: [], errMsg: 'request:ok' })
      })
    })
    outgoing.on('error', () => fail('request:fail'))
    outgoing.end(body)
    return outgoing
  }

  private connectSocket({ success, fail, complete, ...options }: SocketOptions) {
    const task = new SocketTask(
      options,
      this.delayMs,
      () => this.isOffline,
      () => this.sockets.delete(task),
    )
    this.sockets.add(task)
    const result = { errMsg: 'connectSocket:ok' }
    setTimeout(() => {
      success?.(result)
      complete?.(result)
    })
    return task
  }
}

function encode({ url: address, data, header = {}, method: named = 'GET' }: RequestOptions) {
  const url = new URL(address)
  const method = named.toUpperCase()
  const headers: Record<string, string> = { 'accept-encoding': 'gzip' }
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value)
  headers['content-type'] ??= 'application/json'
  if (data === undefined || data === null) return { url, method, headers, body: undefined }
  if (method === 'GET' && typeof data === 'object') {
    for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value))
    return { url, method, headers, body: undefined }
  }
  const body = bodyOf(data, headers['content-type'])
  headers['content-length'] = String(body.length)
  return { url, method, headers, body }
}

function bodyOf(data: unknown, contentType: string): Buffer {
  if (typeof data === 'string') return Buffer.from(data)
  if (isBytes(data)) return Buffer.from(data)
  if (contentType.includes('x-www-form-urlencoded')) {
    return Buffer.from(new URLSearchParams(data as Record<string, string>).toString())
  }
  return Buffer.from(JSON.stringify(data))
}

// `instanceof` does not reach over the border between jsdom's world and Node's.
const isBytes = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]'

const unzip = (raw: Buffer, encoding: string | undefined) =>
  encoding === 'gzip' && raw.length ? zlib.gunzipSync(raw) : raw

function decode(bytes: Buffer, { dataType = 'json', responseType }: RequestOptions): unknown {
  if (responseType === 'arraybuffer') return toArrayBuffer(bytes)
  const text = bytes.toString()
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

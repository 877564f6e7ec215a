/**
 * What `sync/` needs of a phone, so that it runs on a real one and on a simulated one alike. Nothing here
 * names Taro; `platform/*.ts` implement it with Taro, the tests with a fake held to the same suite.
 */
export interface HttpRequest {
  method: 'GET' | 'POST'
  /** From `/api` on. */
  path: string
  /** Sent as JSON. */
  body?: unknown
  token?: string | undefined
  timeoutMs?: number
}

/** Every answer of the server, whatever its status. `body` is parsed JSON, or null where it was none. */
export interface HttpAnswer {
  status: number
  body: unknown
}

/** The request may or may not have arrived; nobody answered. */
export class NetworkFailure extends Error {
  constructor(readonly reason: 'unreachable' | 'timeout') {
    super(reason)
    this.name = 'NetworkFailure'
  }
}

/** The phone keeps no more. */
export class StorageFull extends Error {
  constructor() {
    super('storage full')
    this.name = 'StorageFull'
  }
}

export interface Storage {
  get(key: string): string | undefined
  /** @throws StorageFull; what stood there before still stands */
  set(key: string, text: string): void
  remove(key: string): void
  keys(): string[]
}

export interface SocketHandlers {
  onOpen(): void
  onMessage(text: string): void
  /** Once, however it ended: refused, broken or closed by the other side. Never after our own `close`. */
  onClose(): void
}

export interface Socket {
  send(text: string): void
  close(): void
}

/** Stops listening. */
export type Stop = () => void

export interface Platform {
  /** @throws NetworkFailure alone */
  request(request: HttpRequest): Promise<HttpAnswer>
  connect(path: string, handlers: SocketHandlers): Socket
  storage: Storage
  /** For ids and jitter, never for secrets. */
  randomBytes(count: number): Uint8Array
  clock: {
    /** Milliseconds since 1970, as this phone believes. */
    now(): number
    /** Runs once after a while, unless stopped before. */
    after(ms: number, run: () => void): Stop
  }
  network: {
    online(): boolean
    onChange(listener: (online: boolean) => void): Stop
  }
  /** Whether people look at the app. */
  screen: {
    visible(): boolean
    onChange(listener: (visible: boolean) => void): Stop
  }
  /** The windows of one browser share a storage, and one of them sends and keeps rows for all. */
  windows: {
    /** Whether it is this one. Not known at once: until then it is not. */
    isLeader(): boolean
    /** It has become the one, or is it no more. */
    onChange(listener: () => void): Stop
    /** Becomes the one although another is it, which may be asleep. */
    takeOver(): void
    /** Another window has set or removed this key. */
    onStored(listener: (key: string) => void): Stop
  }
}

/** Where there is only ever one window. */
export const ONE_WINDOW: Platform['windows'] = {
  isLeader: () => true,
  onChange: () => () => {},
  takeOver() {},
  onStored: () => () => {},
}

import WebSocket from 'ws'

export type Callbacks = {
  success?: (result: object) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: object) => void
}
export type SocketOptions = Callbacks & {
  url: string
  header?: Record<string, string>
  protocols?: string[]
  timeout?: number
}
type SocketEvents = {
  open: { header: object }
  message: { data: string | ArrayBuffer }
  error: { errMsg: string }
  close: { code: number; reason: string }
}

const HANDSHAKE_TIMEOUT_MS = 60_000
/** A socket opens or fails only after `connectSocket` has answered, when handlers can have been set. */
const AFTER_ANSWER_MS = 5

// `instanceof` does not reach over the border between jsdom's world and Node's: a copy in the world of the app.
export const toArrayBuffer = (bytes: Buffer) => Uint8Array.from(bytes).buffer

/** A socket of `wx.connectSocket`. */
export class SocketTask {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readyState = 0
  private socket: WebSocket | undefined
  private readonly handlers: { [E in keyof SocketEvents]: Set<(event: SocketEvents[E]) => void> } = {
    open: new Set(),
    message: new Set(),
    error: new Set(),
    close: new Set(),
  }

  constructor(
    private readonly options: SocketOptions,
    delayMs: number,
    isOffline: () => boolean,
    private readonly gone: () => void,
  ) {
    setTimeout(() => {
      if (this.readyState !== this.CONNECTING) return
      if (isOffline()) this.drop()
      else this.connect()
    }, AFTER_ANSWER_MS + delayMs)
  }

  onOpen = (handler: (event: SocketEvents['open']) => void) => void this.handlers.open.add(handler)
  onMessage = (handler: (event: SocketEvents['message']) => void) => void this.handlers.message.add(handler)
  onError = (handler: (event: SocketEvents['error']) => void) => void this.handlers.error.add(handler)
  onClose = (handler: (event: SocketEvents['close']) => void) => void this.handlers.close.add(handler)

  send = ({ data, success, fail, complete }: Callbacks & { data: string | ArrayBuffer }) => {
    const open = this.readyState === this.OPEN
    if (open) this.socket?.send(data)
    const result = {
      errMsg: open ? 'sendSocketMessage:ok' : 'sendSocketMessage:fail WebSocket is not connected',
    }
    setTimeout(() => {
      if (open) success?.(result)
      else fail?.(result)
      complete?.(result)
    })
  }

  close = ({
    code = 1000,
    reason = '',
    success,
    complete,
  }: Callbacks & { code?: number; reason?: string } = {}) => {
    if (this.socket && this.readyState === this.OPEN) {
      this.readyState = this.CLOSING
      this.socket.close(code, reason)
    } else if (this.readyState === this.CONNECTING) this.end(code, reason)
    const result = { errMsg: 'closeSocket:ok' }
    setTimeout(() => {
      success?.(result)
      complete?.(result)
    })
  }

  /** The connection is lost: an error, then a close without handshake. */
  drop() {
    if (this.readyState === this.CLOSED) return
    this.emit('error', { errMsg: 'connectSocket:fail' })
    this.end(1006, 'abnormal closure')
  }

  kill() {
    for (const handlers of Object.values(this.handlers)) handlers.clear()
    this.end(1006, '')
  }

  private connect() {
    const { url, protocols = [], header = {}, timeout = HANDSHAKE_TIMEOUT_MS } = this.options
    const socket = new WebSocket(url, protocols, {
      headers: header,
      handshakeTimeout: timeout,
      perMessageDeflate: false,
    })
    this.socket = socket
    socket.on('open', () => {
      this.readyState = this.OPEN
      this.emit('open', { header: {} })
    })
    socket.on('message', (data: Buffer, isBinary) => {
      this.emit('message', { data: isBinary ? toArrayBuffer(data) : data.toString() })
    })
    socket.on('error', () => this.drop())
    socket.on('close', (code, reason) => this.end(code, reason.toString()))
  }

  private end(code: number, reason: string) {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    this.gone()
    this.socket?.terminate()
    this.emit('close', { code, reason })
  }

  private emit<E extends keyof SocketEvents>(name: E, event: SocketEvents[E]) {
    for (const handler of this.handlers[name]) handler(event)
  }
}

import { connect, type Socket } from 'node:net'

const OPENING_AT_ONCE = 100
const PING = 0x9
const TEXT = 0x1

/** Sockets by the thousand in one process: frames are counted, not unpacked, so that what is measured is the server. */
export interface Crowd {
  /** Opens more, until there are so many; each has been answered once. */
  grow(count: number): Promise<void>
  /** Has something said, and waits until everybody has heard it. */
  hears(say: () => unknown): Promise<Heard>
  close(): void
}
/** In milliseconds. */
export interface Heard {
  /** From the saying until the last has it. */
  all: number
  /** Between the first and the last. */
  spread: number
  /** Of the message, on the wire. */
  bytes: number
}

/** @param hello what each says first */
export function openCrowd(url: string, hello: string): Crowd {
  const { hostname, port } = new URL(url)
  const sockets: Socket[] = []
  let [missing, first, size] = [0, 0, 0]
  let all = (_last: number) => {}

  function hear(bytes: number) {
    if (missing === sockets.length) [first, size] = [performance.now(), bytes]
    if (--missing === 0) all(performance.now())
  }

  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      socket.setNoDelay()
      socket.write(
        `GET /api/live HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      )
      let ready = false
      const read = framesInto((opcode, bytes) => {
        if (opcode === PING) return socket.write(masked(0xa, ''))
        if (opcode !== TEXT) return reject(new Error(`a frame of kind ${opcode} came`))
        if (ready) return hear(bytes)
        ready = true
        resolve(socket)
      })
      socket.once('data', (answer: Buffer) => {
        if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) return reject(new Error(String(answer)))
        socket.on('data', read)
        read(answer.subarray(answer.indexOf('\r\n\r\n') + 4))
        socket.write(masked(TEXT, hello))
      })
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('the server closed a socket')))
    })

  return {
    async grow(count) {
      while (sockets.length < count)
        sockets.push(...(await Promise.all(Array.from({ length: OPENING_AT_ONCE }, open))))
    },
    async hears(say) {
      missing = sockets.length
      const everybody = new Promise<number>((resolve) => {
        all = resolve
      })
      const started = performance.now()
      const [last] = await Promise.all([everybody, say()])
      return { all: last - started, spread: last - first, bytes: size }
    },
    close() {
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** A client's frame; with the mask 0 the text stays as it is. */
function masked(opcode: number, text: string): Buffer {
  const bytes = Buffer.from(text)
  const length =
    bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 0xff]
  return Buffer.concat([Buffer.from([0x80 | opcode, ...length, 0, 0, 0, 0]), bytes])
}

function framesInto(hear: (opcode: number, bytes: number) => void) {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    for (let end = endOf(rest); end <= rest.length; end = endOf(rest)) {
      hear((rest[0] ?? 0) & 0xf, end)
      rest = rest.subarray(end)
    }
  }
}

/** Where the first frame ends, or infinity where that is not told yet. Servers' messages here are short of 64 kB. */
function endOf(bytes: Buffer): number {
  const length = bytes[1]
  if (length === undefined) return Number.POSITIVE_INFINITY
  if (length < 126) return 2 + length
  return bytes.length < 4 ? Number.POSITIVE_INFINITY : 4 + bytes.readUInt16BE(2)
}

import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

type Blow = 'reset' | 'cut' | 'silence'

/** What is wrong with a connection. */
export interface Fault {
  /** Each way, and for every piece. */
  latencyMs?: number
  /** So many bytes of an answer at a time, with `TRICKLE_MS` in between. */
  trickle?: number
  /** So many bytes pass to the server, or to the phone, and then comes … */
  up?: number
  down?: number
  /** … a reset; an end, as if that were all; or silence: nothing is heard of either side any more, not even an end. */
  blow?: Blow
}

const TRICKLE_MS = 10

type Way = 'up' | 'down'
interface Line {
  begin(fault: Fault): void
  strike(blow: Blow): void
  destroy(): void
}

export interface FaultProxy {
  url: string
  /** From now on, for connections that are open and those to come, each by itself. */
  set(faultOf: () => Fault): void
  /** All is well with connections to come; those that are open stay as they are. */
  heal(): void
  /** All that are open now. */
  strike(blow: Blow): void
  stop(): Promise<void>
}

/** Stands before a server on loopback and spoils connections, whether they carry HTTP or a WebSocket. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const lines = new Set<Line>()
  let faultOf: () => Fault = () => ({})
  const { hostname, port } = new URL(target)
  const proxy = net.createServer({ allowHalfOpen: true }, (phone) => {
    const server = net.connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    const line = join(phone, server)
    line.begin(faultOf())
    lines.add(line)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as net.AddressInfo).port}`,
    set(next) {
      faultOf = next
      for (const line of lines) line.begin(next())
    },
    heal() {
      faultOf = () => ({})
    },
    strike(blow) {
      for (const line of lines) line.strike(blow)
    },
    stop() {
      for (const line of lines) line.destroy()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

function join(phone: net.Socket, server: net.Socket): Line {
  let fault: Fault = {}
  let passed = { up: 0, down: 0 }
  let over = false

  function strike(blow: Blow) {
    if (over) return
    over = true
    if (blow === 'silence') return
    if (blow === 'reset') phone.resetAndDestroy()
    else phone.end()
    server.destroy()
  }

  async function pass(piece: Buffer, to: net.Socket, way: Way) {
    const { latencyMs, trickle } = fault
    if (latencyMs) await sleep(latencyMs)
    const atOnce = way === 'down' ? (trickle ?? piece.length) : piece.length
    for (let from = 0; from < piece.length && !over; ) {
      const left = (fault[way] ?? Number.POSITIVE_INFINITY) - passed[way]
      const part = piece.subarray(from, from + Math.min(atOnce, left))
      to.write(part)
      passed[way] += part.length
      from += part.length
      if (part.length >= left) strike(fault.blow ?? 'cut')
      else if (way === 'down' && trickle) await sleep(TRICKLE_MS)
    }
  }

  async function pump(from: net.Socket, to: net.Socket, way: Way) {
    try {
      for await (const piece of from.iterator({ destroyOnReturn: false })) {
        await pass(piece, to, way)
        if (over) return
      }
      if (!over) to.end()
    } catch {
      if (!over) to.destroy()
    }
  }

  for (const socket of [phone, server]) socket.on('error', () => {}) // `pump` hears of it
  void pump(phone, server, 'up')
  void pump(server, phone, 'down')
  return {
    begin(next) {
      fault = next
      passed = { up: 0, down: 0 }
    },
    strike,
    destroy() {
      over = true
      phone.destroy()
      server.destroy()
    },
  }
}

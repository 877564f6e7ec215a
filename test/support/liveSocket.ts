import { type LiveMessage, type LiveNews, PROTOCOL_VERSION } from 'domain/kernel/protocol'
import WebSocket from 'ws'

type Heard = LiveMessage | LiveNews

export interface LiveSocket {
  /** News one by one. */
  heard: Heard[]
  texts: string[]
  closed: Promise<number>
  /** The first such message, come or to come. Rejects where the socket closes before, or after `withinMs`. */
  until: <T extends Heard['type']>(
    type: T,
    also?: (message: Extract<Heard, { type: T }>) => boolean,
    withinMs?: number,
  ) => Promise<Extract<Heard, { type: T }>>
  socket: WebSocket
}

/** A socket to a server's `/api/live`. @param hello said at once */
export async function openSocket(url: string, hello?: object): Promise<LiveSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`)
  const heard: Heard[] = []
  const texts: string[] = []
  socket.on('message', (data) => {
    texts.push(String(data))
    const message = JSON.parse(String(data)) as LiveMessage
    heard.push(...(message.type === 'news' ? message.news : [message]))
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  if (hello) socket.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, ...hello }))
  const until: LiveSocket['until'] = (type, also = () => true, withinMs = 20_000) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = heard.find((message) => message.type === type && also(message as never))
        if (!found) return
        stop()
        resolve(found as never)
      }
      const fail = (why: string) => {
        stop()
        reject(new Error(`no ${type} ${why}, in ${JSON.stringify(heard)}`))
      }
      const shut = (code: number) => fail(`before it closed with ${code}`)
      const late = setTimeout(() => fail(`within ${withinMs} ms`), withinMs)
      const stop = () => {
        clearTimeout(late)
        socket.off('message', look).off('close', shut)
      }
      socket.on('message', look).on('close', shut)
      look()
    })
  return { heard, texts, closed, until, socket }
}

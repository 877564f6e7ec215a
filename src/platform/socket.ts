import Taro, { type SocketTask } from '@tarojs/taro'
import { nextTask } from './clock'
import { apiBase } from './http'
import type { Platform } from './port'

/** H5: the server that it came from. */
const socketBase = () => (apiBase() || location.origin).replace(/^http/, 'ws')

export const connect: Platform['connect'] = (path, handlers) => {
  let task: SocketTask | undefined
  let over = false

  const end = () => {
    if (over) return
    over = true
    handlers.onClose()
  }

  async function start() {
    if (process.env.TARO_ENV === 'h5') await nextTask()
    // Handlers can be set only on what connectSocket has resolved to.
    const made = await Taro.connectSocket({ url: `${socketBase()}${path}` })
    if (over) {
      made.close({})
      return
    }
    task = made
    made.onOpen(() => !over && handlers.onOpen())
    made.onMessage(({ data }) => !over && typeof data === 'string' && handlers.onMessage(data))
    made.onError(end)
    made.onClose(end)
  }
  start().catch(end)

  return {
    // A socket that has just gone says so by onClose.
    send: (text) => void Promise.resolve(task?.send({ data: text })).catch(() => {}),
    close() {
      over = true
      task?.close({})
    },
  }
}

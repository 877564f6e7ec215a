import type { Answer, Change, LiveMessage, LiveNews, SyncAnswer, SyncRequest } from 'domain/kernel/protocol'
import type { SocketHandlers } from '@/platform/port'
import type { FakeCloud, VirtualTime } from '../../../support/fakePlatform'

/** All that a server must do, for one list that a household shares. Whoever comes is believed: tokens are ids. */
export function createToyCloud(time: VirtualTime) {
  const scope = 'household'
  const feed = new Map<string, Change>()
  const given = new Map<string, Answer>()
  const sockets = new Set<SocketHandlers>()
  let head = 0

  function write(id: string, row: unknown) {
    const change: Change = { entity: 'item', id, number: ++head, row }
    feed.set(id, change)
    const patch: LiveNews = { type: 'patch', scope, epoch: 'a', from: head - 1, to: head, rows: [change] }
    for (const socket of sockets) tell(socket, { type: 'news', news: [patch] })
  }
  const tell = ({ onMessage }: SocketHandlers, message: LiveMessage) =>
    void time.after(0, () => onMessage(JSON.stringify(message)))

  function run({ id, name, args }: SyncRequest['push'][number]): Answer {
    const { id: item, text } = args as { id: string; text?: string }
    const row = feed.get(item)?.row as { text: string; bought: boolean } | undefined
    if (row?.bought) return { id, ok: false, code: 'bought', text: 'Somebody was faster', retry: false }
    write(item, name === 'item.add' ? { text, bought: false } : { ...row, bought: true })
    return { id, ok: true, numbers: { [scope]: head } }
  }

  function once(actor: string, command: SyncRequest['push'][number]): Answer {
    const key = `${actor} ${command.id}`
    const answer = given.get(key) ?? run(command)
    given.set(key, answer)
    return answer
  }

  function sync(token: string | undefined, { push, cursors }: SyncRequest): SyncAnswer {
    const answers = token ? push.map((command) => once(token, command)) : []
    const after = cursors[scope]?.number ?? 0
    const rows = [...feed.values()].filter(({ number }) => number > after)
    return {
      protocol: 1,
      now: new Date(time.now()).toISOString(),
      ...(token ? { personId: token } : {}),
      answers,
      scopes: token ? [scope] : [],
      changes: token ? { [scope]: { reset: false, cursor: { epoch: 'a', number: head }, rows } } : {},
      done: true,
    }
  }

  return {
    answer: async ({ token, body }) => ({ status: 200, body: sync(token, body as SyncRequest) }),
    accept: (handlers) => ({
      hear() {
        sockets.add(handlers)
        tell(handlers, { type: 'ready', scopes: [scope] })
      },
      gone: () => sockets.delete(handlers),
    }),
  } satisfies FakeCloud
}

import { Client } from 'pg'

/** As the servers name the connections by which they tell each other what has moved. */
const APPLICATION = 'xianfeng notices'

const listening = new Set<Client>()
const asking = new Set<Promise<unknown>>()
const ask = Client.prototype.query as (this: Client, ...args: unknown[]) => unknown

/** They stand beside the pool and its gate: whatever is asked there is awaited before anything else goes on. */
export function watchNotices() {
  function query(this: Client, ...args: unknown[]) {
    const answer = ask.apply(this, args)
    const { application_name } = (this as unknown as { connectionParameters: { application_name?: string } })
      .connectionParameters
    if (application_name === APPLICATION && answer instanceof Promise) follow(this, String(args[0]), answer)
    return answer
  }
  Object.assign(Client.prototype, { query })
}

function follow(client: Client, text: string, answer: Promise<unknown>) {
  if (!listening.has(client)) client.once('end', () => listening.delete(client))
  listening.add(client)
  const heard = () => (text.includes('pg_notify') ? letHear(client) : undefined)
  const done: Promise<unknown> = answer
    .then(heard)
    .catch(() => {})
    .then(() => asking.delete(done))
  asking.add(done)
}

/** Whoever is asked something has heard before what was told. */
const letHear = (teller: Client) =>
  Promise.all([...listening].map((each) => each !== teller && ask.call(each, 'select')))

/** When nothing is under way there. @returns whether anything was */
export async function noticesHeard(): Promise<boolean> {
  const heard = asking.size > 0
  while (asking.size > 0) await Promise.all(asking)
  return heard
}

import { callAs } from '../support/caller'

/** The storage of a phone on which somebody of the demo is logged in. */
export async function storageOf(url: string, key: string): Promise<Map<string, string>> {
  const answer = await fetch(`${url}/api/login/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: key }),
  })
  const session = JSON.stringify(await answer.json())
  return new Map([['xf/session', JSON.stringify(session)]])
}

/** The id of a need of the demo, as somebody's phone holds it. */
export async function needCalled(url: string, key: string, title: string): Promise<string> {
  const rows = Object.values(await (await callAs(url, key)).holds()).flatMap((text) => JSON.parse(text))
  const found = rows.find(({ entity, row }) => {
    const need = row?.full ?? row?.summary
    return entity === 'need' && (need?.title === title || need?.text === title)
  })
  if (!found) throw new Error(`${key} holds no need called ${title}`)
  return found.id
}

import path from 'node:path'
import { callAs } from '../support/caller'
import { demoCloud } from '../support/demo'
import { launch, type Phone } from './harness'

export const DIST = path.resolve('dist/weapp')
export const SOON = 30_000

/** The demo district and one phone with the built mini-program, for the tests of one file. */
export function onePhone() {
  const cloud = demoCloud()
  let phone: Phone | undefined
  afterAll(() => phone?.kill())

  const inHand = () => {
    if (!phone) throw new Error('no app is started')
    return phone
  }

  /** Starts the app, in place of the one that ran; nothing but its storage outlives that. */
  function start(storage?: Map<string, string>): Phone {
    phone?.kill()
    phone = launch(DIST, { apiBase: cloud.url, ...(storage ? { storage } : {}) })
    return phone
  }

  const reads = (text: string) =>
    inHand().waitFor(() => {
      const shown = inHand().text()
      if (shown?.includes(text)) return true
      throw new Error(`“${text}” is not on ${inHand().page.route}: ${shown}`)
    }, SOON)

  /** On the sheet that is open. */
  async function choose(name: string) {
    await reads(name)
    const row = inHand()
      .$$('.cand')
      .findIndex(({ dom }) => dom.textContent?.includes(name))
    const button = inHand()
      .$$('.btn')
      .filter(({ dom }) => dom.textContent === '用这个')[row]
    if (!button) throw new Error(`nobody is called ${name}`)
    await inHand().touch(button)
    // The sheet closes once the first pull has told who they are and where they live.
    await inHand().waitFor(() => inHand().$$('.sheet').length === 0, SOON)
  }

  async function logIn(name: string) {
    await inHand().switchTab('/pages/me/index')
    await inHand().tapText('登录')
    await choose(name)
    await reads('退出登录')
  }

  return { cloud, start, reads, choose, logIn }
}

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

import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type Someone, someone } from '../browser/people'
import { phoneContext } from '../support/chromium'
import { startCloud, type TestCloud } from '../support/cloud'
import { DEMO_KEY, demoDatabase } from '../support/demo'
import { MOMENT, momentOf, PEOPLE, type Shot, sceneAt } from './shot'

/** Pages from here instead of from the build: a running `npm run dev`, such as http://127.0.0.1:10086. */
export const LIVE = process.env.H5
const LARGE_TEXT_PX = 22

type Kept = BrowserContextOptions['storageState']

export interface Stage {
  /** Brings a phone to what the shot shows. */
  play<T>(shot: Shot, use: (it: Someone) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** Shots that change nothing share a district; each of the others has one of its own, as of its own moment. */
export async function openStage(browser: Browser): Promise<Stage> {
  const shared = await openDistrict(browser, MOMENT)
  return {
    async play(shot, use) {
      const alone = shot.changes || shot.later !== undefined
      const district = alone ? await openDistrict(browser, momentOf(shot)) : shared
      try {
        const kept = shot.as && (await district.loggedIn(shot.as))
        return await onPhone(browser, shot, kept, async (page) => {
          const { url } = district.cloud
          const it = someone(page, url)
          await shot.before?.(it, sceneAt(url))
          await page.goto(shot.at ? `${url}/#${shot.at}` : url)
          await shot.show?.(it, sceneAt(url))
          return use(it)
        })
      } finally {
        if (alone) await district.cloud.stop()
      }
    },
    stop: () => shared.cloud.stop(),
  }
}

interface District {
  cloud: TestCloud
  /** What the phone of somebody keeps after their first log-in. */
  loggedIn(who: keyof typeof PEOPLE): Promise<Kept>
}

/** A server on which time stands still, over the demo as it was at the moment. */
async function openDistrict(browser: Browser, now: string): Promise<District> {
  const config = { masterKey: DEMO_KEY, webRoot: path.resolve('dist/h5'), logLevel: 'error' }
  const cloud = await startCloud({ database: await demoDatabase(MOMENT), config, now: () => now })
  const logIns = new Map<string, Promise<Kept>>()
  const logIn = (who: keyof typeof PEOPLE) =>
    onPhone(browser, { name: who }, undefined, async (page) => {
      const [role, name] = PEOPLE[who]
      await someone(page, cloud.url).logIn(role, name)
      return page.context().storageState()
    })
  return {
    cloud,
    loggedIn(who) {
      const known = logIns.get(who) ?? logIn(who)
      logIns.set(who, known)
      return known
    },
  }
}

async function onPhone<T>(
  browser: Browser,
  shot: Shot,
  storageState: Kept,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    ...phoneContext(shot.width, shot.height),
    reducedMotion: 'reduce',
    ...(storageState ? { storageState } : {}),
  })
  try {
    if (LIVE) await takePagesFrom(context, LIVE)
    const page = await context.newPage()
    await page.clock.setFixedTime(momentOf(shot))
    await setText(page, shot.mode)
    return await use(page)
  } finally {
    await context.close()
  }
}

/** 长辈版 as it was left, or 135 % text in the standard one. */
async function setText(page: Page, mode: Shot['mode']) {
  const kept = JSON.stringify({ data: mode === 'elder' ? 'elder' : 'standard' })
  await page.addInitScript((text) => localStorage.setItem('xf/preferences', text), kept)
  if (mode !== 'large') return
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: LARGE_TEXT_PX } })
}

async function takePagesFrom(context: BrowserContext, live: string) {
  await context.route(
    (url) => !url.pathname.startsWith('/api'),
    (route) => {
      const { pathname, search } = new URL(route.request().url())
      return route.continue({ url: `${live}${pathname}${search}` })
    },
  )
}

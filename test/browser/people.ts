import type { Locator, Page } from 'playwright-core'

export type Tab = '首页' | '清单' | '点单' | '工作台' | '我的'
type Control = 'button' | 'radio' | 'checkbox' | 'switch' | 'tab'

/** Somebody with a phone: what they see and do, in the words on its screen. */
export interface Someone {
  page: Page
  /** In front: pages below on the stack stay in the document, hidden. */
  control(role: Control, name: string | RegExp, within?: Locator): Locator
  tap(role: Control, name: string | RegExp): Promise<void>
  /** A button of the sheet that asks. */
  answer(name: string): Promise<void>
  sees(text: string | RegExp): Promise<void>
  tab(name: Tab): Promise<void>
  logIn(role: string, name: string): Promise<void>
  /** Looks at a community of a town, as a guest does. */
  watch(town: string, community: string | RegExp): Promise<void>
  /** Another page, as its address asks for it: without a network too. */
  open(page: string): Promise<void>
  offline(): Promise<void>
  online(): Promise<void>
  /** The card of a need, also where the list has folded it away. */
  card(title: string): Promise<Locator>
}

const thrown: string[] = []
/** What any page has thrown since the last call. */
export const pageErrors = () => thrown.splice(0)

const CHANGE_MS = 25_000
const TRY_MS = 3_000

export function someone(page: Page, url: string): Someone {
  page.on('pageerror', (error) => thrown.push(error.message))
  page.setDefaultTimeout(CHANGE_MS)
  const it: Someone = {
    page,
    control: (role, name, within) =>
      (within ?? page).getByRole(role, { name }).locator('visible=true').last(),
    tap: async (role, name) => {
      // What was found on a page that is just leaving is looked for anew.
      for (const until = Date.now() + CHANGE_MS; ; ) {
        try {
          const found = it.control(role, name)
          await found.click({ trial: true, timeout: TRY_MS })
          // Not made a second time where it was only slow to be told of: that would take the first back.
          return await (role === 'checkbox' || role === 'switch' ? found.check() : found.click())
        } catch (error) {
          if (Date.now() > until) throw error
        }
      }
    },
    answer: (name) => page.locator('.sheet:visible').getByRole('button', { name, exact: true }).click(),
    sees: (text) => page.getByText(text).locator('visible=true').last().waitFor(),
    tab: (name) => it.tap('tab', new RegExp(`^${name}`)),
    logIn: async (role, name) => {
      await page.goto(url)
      await it.tab('我的')
      await it.tap('button', /^登录$/)
      const sheet = page.locator('.sheet:visible')
      await sheet.getByRole('button', { name: role, exact: true }).click()
      await sheet.getByRole('button', { name: `用${name}登录` }).click()
      await sheet.waitFor({ state: 'detached' })
    },
    watch: async (town, community) => {
      await it.tab('首页')
      await it.tap('button', /选社区/)
      await it.page.getByText(town).locator('visible=true').last().click()
      await it.page.getByText(community).locator('visible=true').last().click()
      await it.sees('附近的需求')
    },
    open: (to) =>
      page.evaluate((hash) => {
        location.hash = hash
      }, to),
    offline: async () => {
      // An app that has been open for a while: its worker keeps the pages that were not opened yet.
      if (!process.env.H5) await page.waitForFunction(() => navigator.serviceWorker.controller)
      await page.context().setOffline(true)
    },
    online: () => page.context().setOffline(false),
    card: async (title) => {
      const card = page.locator('.card.need:visible', { hasText: title }).last()
      const more = page.getByText(/^再看 \d+ 件$/).locator('visible=true')
      const until = Date.now() + CHANGE_MS
      while ((await card.count()) === 0 && Date.now() < until) {
        // What unfolds may come, or go, by itself in between.
        const waited =
          (await more.count()) > 0 ? more.first().click({ timeout: TRY_MS }) : card.waitFor({ timeout: 500 })
        await waited.catch(() => {})
      }
      return card
    },
  }
  return it
}

import fs from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** The first has no window to draw for and costs half. */
const KNOWN = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
export const chromiumArgs = [...FLAGS, ...QUIET]
const SCREENSHOTS = path.resolve('dist/screenshots')

/** `CHROMIUM` names another one. */
export const chromiumPath = [process.env.CHROMIUM, ...KNOWN, MAC].find((file) => file && fs.existsSync(file))

export function launchChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error('No Chromium was found: install it, or name it in CHROMIUM.')
  return chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
}

/** Like `describe`; without a Chromium its tests are skipped, and a line says so. */
export function describeInBrowser(name: string, tests: () => void) {
  if (!chromiumPath) console.warn(`skipped, because there is no Chromium (CHROMIUM=…): ${name}`)
  ;(chromiumPath ? describe : describe.skip)(name, tests)
}

/** A browser that is a phone in Guangdong. */
export const phoneContext = (width = 375, height = 812): BrowserContextOptions => ({
  viewport: { width, height },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
})

/** A page the size of a phone; when `use` fails, a screenshot is kept in dist/screenshots. */
export async function withPage<T>(
  browser: Browser,
  name: string,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(phoneContext())
  const page = await context.newPage()
  try {
    return await use(page)
  } catch (error) {
    fs.mkdirSync(SCREENSHOTS, { recursive: true })
    const file = path.join(SCREENSHOTS, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`)
    await page.screenshot({ path: file }).catch(() => {})
    console.error(`screenshot: ${file}`)
    throw error
  } finally {
    await context.close()
  }
}

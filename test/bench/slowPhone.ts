import { Pool } from 'pg'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { type BuiltCloud, startBuiltCloud } from '../support/builtCloud'
import { launchChromium, phoneContext } from '../support/chromium'
import { DEMO_KEY, demoDatabase } from '../support/demo'
import { figure, median, percentile, say } from './figures'
import { fillCommunity } from './fill'

/** A weak phone beside this machine. */
const SLOWER = 6
const RUNS = 7
const LARGE = '441704100900'
const ROWS = 2_000
const SWIPES = 6
const KEYS = 120
const KEY_MS = 90
/** What the reference page takes on a machine that does nothing else; another machine, or a busy one, is set off by it. */
const REFERENCE_MS = 570
/** A screen is drawn so often. */
const FULL_RATE = 60

/** Script, style and layout in about the shares of an app that begins. */
const REFERENCE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>.row { display: flex; padding: 8px; border-radius: 8px; box-shadow: 0 1px 2px #0002 }</style><body><script>
const rows = Array.from({ length: 4000 }, (_, n) => ({ id: n, title: '厨房水龙头一直漏水 ' + n, at: [n, n * 2] }))
let kept = rows
for (let n = 0; n < 10; n++) kept = JSON.parse(JSON.stringify(kept)).filter((row) => row.at[0] * 2 === row.at[1])
for (const { title } of kept.slice(0, 900)) {
  const row = document.createElement('div')
  row.className = 'row'
  row.innerHTML = '<i></i><b>' + title + '</b><span>在办</span>'
  document.body.append(row)
}
document.body.offsetHeight
requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())))
</script>`

const PLAIN_LIST = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<body>${Array.from({ length: ROWS }, (_, n) => `<p style="height:140px">厨房水龙头一直漏水 ${n}</p>`).join('')}`

/** Notes when the page in front can be read and hears a finger. */
const WATCH_HOME = `(() => {
  const look = () => {
    if (!document.getElementById('opening') && document.querySelector('.page')?.textContent.includes('我要点单'))
      requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())))
    else setTimeout(look, 10)
  }
  look()
})()`

const slowed = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return session
}

/** ms from the first byte asked for until it can be used. */
async function usable(context: BrowserContext, url: string, watch?: string): Promise<number> {
  const page = await context.newPage()
  await slowed(page)
  if (watch) await page.addInitScript(watch)
  await page.goto(url)
  const at = await page.waitForFunction(() => (window as { usableAt?: number }).usableAt, undefined, {
    timeout: 60_000,
  })
  const ms = (await at.jsonValue()) as number
  await page.close()
  return ms
}

const phone = (browser: Browser) => browser.newContext(phoneContext())

/** How much slower this machine is now than when it does nothing else. */
async function slowness(browser: Browser, url: string): Promise<number> {
  const context = await phone(browser)
  await context.route('**/reference', (route) => route.fulfill({ contentType: 'text/html', body: REFERENCE }))
  const ms = await usable(context, `${url}/reference`)
  await context.close()
  return ms / REFERENCE_MS
}

async function opening(browser: Browser, url: string) {
  const cold: number[] = []
  const warm: number[] = []
  const slower: number[] = []
  for (let run = 1; run <= RUNS; run++) {
    say(`h5: opening, run ${run} of ${RUNS}`)
    const context = await phone(browser)
    slower.push(await slowness(browser, url))
    cold.push(await usable(context, url, WATCH_HOME))
    const settle = await context.newPage()
    await settle.goto(url)
    await settle.waitForFunction(() => navigator.serviceWorker.controller)
    await settle.close()
    warm.push(await usable(context, url, WATCH_HOME))
    await context.close()
  }
  say(`h5: this machine is ${median(slower).toFixed(2)} times as slow as a quiet one`)
  figure('home usable, cold, 6 x slower', median(cold) / median(slower) / 1000, 's', { most: 1.3 })
  figure('home usable, warm, 6 x slower', median(warm) / median(slower) / 1000, 's', { most: 0.85 })
}

/** Frames a second while a finger swipes or flicks. */
async function frames(page: Page, session: CDPSession, speed: number): Promise<number> {
  const rates: number[] = []
  for (let swipe = 0; swipe < SWIPES; swipe++) {
    const counted = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const from = performance.now()
          let count = 0
          const step = () => {
            count += 1
            const past = performance.now() - from
            if (past < 900) requestAnimationFrame(step)
            else done((count * 1000) / past)
          }
          requestAnimationFrame(step)
        }),
    )
    await session.send('Input.synthesizeScrollGesture', {
      x: 187,
      y: 600,
      yDistance: -2_000,
      speed,
      preventFling: speed < 2_000,
      gestureSourceType: 'touch',
    })
    rates.push(await counted)
  }
  return median(rates)
}

async function scrolling(browser: Browser, url: string) {
  const context = await phone(browser)
  await context.route('**/plain', (route) => route.fulfill({ contentType: 'text/html', body: PLAIN_LIST }))
  const plain = await context.newPage()
  await plain.goto(`${url}/plain`)
  const list = await context.newPage()
  const notes = JSON.stringify({ data: JSON.stringify({ watching: LARGE }) })
  await list.addInitScript((text) => localStorage.setItem('xf/guest/notes', text), notes)
  await list.goto(`${url}/#/pages/lists/index`)
  await list.locator('.card.need').nth(5).waitFor({ timeout: 60_000 })
  await list.waitForTimeout(3_000)
  const [ours, theirs] = [await slowed(list), await slowed(plain)]
  for (const [name, speed] of [
    ['swipes', 900],
    ['flicks', 3_500],
  ] as const) {
    await plain.bringToFront()
    const full = await frames(plain, theirs, speed)
    await list.bringToFront()
    const reached = await frames(list, ours, speed)
    say(`h5: ${name}: ${Math.round(reached)} frames a second, of a plain list ${Math.round(full)}`)
    figure(`2,000 rows, ${name}`, (FULL_RATE * reached) / full, 'frames/s', { least: 50 })
  }
  await context.close()
}

async function typing(browser: Browser, url: string) {
  const slower = [await slowness(browser, url), await slowness(browser, url)]
  const context = await phone(browser)
  const page = await context.newPage()
  await page.goto(`${url}/#/pages/place/index`)
  const field = page.locator('textarea:visible').first()
  await field.waitFor()
  await page.waitForTimeout(2_000)
  const session = await slowed(page)
  await page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { waits })
    const seen = ({ timeStamp }: Event) =>
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp)))
    window.addEventListener('keydown', seen, true)
  })
  await field.focus()
  for (let key = 0; key < KEYS; key++) {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'a', key: 'a' })
    await page.waitForTimeout(KEY_MS)
  }
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  await context.close()
  slower.push(await slowness(browser, url), await slowness(browser, url))
  figure('keystroke to paint, p95, 6 x slower', percentile(waits, 0.95) / median(slower), 'ms', { most: 50 })
}

/** What a weak phone does with it. */
export async function slowPhone(): Promise<void> {
  const database = await demoDatabase()
  const pool = new Pool({ connectionString: database.url })
  await fillCommunity(pool, LARGE, { count: ROWS, listed: true })
  await pool.end()
  const cloud: BuiltCloud = await startBuiltCloud(database.url, {
    DEMO: '1',
    MASTER_KEY: DEMO_KEY.toString('base64'),
  })
  const browser = await launchChromium()
  try {
    await opening(browser, cloud.url)
    await scrolling(browser, cloud.url)
    await typing(browser, cloud.url)
  } finally {
    await browser.close()
    await cloud.stop()
    await database.drop()
  }
}

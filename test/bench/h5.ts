import fs from 'node:fs'
import net from 'node:net'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { someone } from '../browser/people'
import { chromiumArgs, chromiumPath, launchChromium, phoneContext } from '../support/chromium'
import { startDemoCloud } from '../support/demo'
import startPostgres from '../support/postgresSetup'
import stopPostgres from '../support/postgresTeardown'
import { exitCode, figure, median, say } from './figures'
import { slowPhone } from './slowPhone'

const RUNS = 5
/** A trace that did not come to be says nothing of the page. */
const TRIES = 3
/** What the browser itself does when it has just been opened is no page's fault. */
const SETTLE_MS = 4000
const LIMITS = { performance: 95, accessibility: 100, 'best-practices': 95 } as const
type Category = keyof typeof LIMITS
type Scores = Record<Category, number>

/** A phone that opens the app for the first time: all that comes over the wire until home stands. */
async function firstLoad(url: string): Promise<number> {
  const browser = await launchChromium()
  try {
    const page = await (await browser.newContext(phoneContext())).newPage()
    // of the two ways of squeezing the one that every browser takes
    await page.route('**', (route) =>
      route.continue({ headers: { ...route.request().headers(), 'accept-encoding': 'gzip' } }),
    )
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.goto(url)
    await page.getByText('我要点单').locator('visible=true').waitFor()
    page.removeAllListeners('requestfinished')
    return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0)
  } finally {
    await browser.close()
  }
}

/** The need that a resident would open from home. */
async function someNeed(page: Page, url: string): Promise<string> {
  const resident = someone(page, url)
  await resident.logIn('居民', '李**')
  await resident.tab('首页')
  await (await resident.card('一场雨市场口就浸到小腿')).click()
  await page.waitForURL(/pages\/need/)
  return new URL(page.url()).hash
}

/** Keeps what the phone has stored (the log-in, the rows), not the files: these come over the network again. */
async function audit(url: string, port: number, tries = TRIES): Promise<Scores> {
  const { default: lighthouse } = await import('lighthouse')
  const only = Object.keys(LIMITS)
  const result = await lighthouse(url, { port, onlyCategories: only, logLevel: 'silent' })
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`)
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) {
    if (tries > 1) return audit(url, port, tries - 1)
    throw new Error(runtimeError.message)
  }
  for (const { auditRefs } of Object.values(categories))
    for (const { id, weight } of auditRefs) {
      const found = audits[id]
      const counts = weight > 0 && found && found.score !== null && found.score < 0.9
      if (counts) say(`h5:   ${id} ${found.displayValue ?? found.title}`)
    }
  const score = (category: Category) => (categories[category]?.score ?? 0) * 100
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
  }
}

async function auditPages(url: string, executablePath: string) {
  const profile = fs.mkdtempSync('/tmp/xf-bench-h5-')
  /** As a phone that was put away: what it stored is there, and no process that has run the app before. */
  async function onPhone<T>(use: (context: BrowserContext, port: number) => Promise<T>): Promise<T> {
    const port = await freePort()
    const context = await chromium.launchPersistentContext(profile, {
      ...phoneContext(),
      executablePath,
      args: [...chromiumArgs, `--remote-debugging-port=${port}`],
    })
    await new Promise((settled) => setTimeout(settled, SETTLE_MS))
    return use(context, port).finally(() => context.close())
  }
  try {
    const need = await onPhone(async (context) => someNeed(await context.newPage(), url))
    const pages = {
      home: '#/pages/home/index',
      list: '#/pages/lists/index',
      detail: need,
      place: '#/pages/place/index',
    }
    const runs = Object.entries(pages).map(([name, hash]) => ({ name, hash, scores: [] as Scores[] }))
    // In turn, so that a bad minute of the machine is not one page's.
    for (let run = 1; run <= RUNS; run++)
      for (const { name, hash, scores } of runs) {
        say(`h5: ${name}, run ${run} of ${RUNS}`)
        scores.push(await onPhone((_, port) => audit(`${url}/${hash}`, port)))
      }
    for (const { name, scores } of runs)
      for (const category of Object.keys(LIMITS) as Category[]) {
        const middle = median(scores.map((each) => each[category]))
        figure(`${name}, ${category}`, Math.round(middle), 'of 100', { least: LIMITS[category] })
      }
  } finally {
    fs.rmSync(profile, { recursive: true, force: true })
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

async function run() {
  if (!chromiumPath) throw new Error('No Chromium was found: install it, or name it in CHROMIUM.')
  await startPostgres()
  const cloud = await startDemoCloud()
  try {
    figure('first load, gzip', (await firstLoad(cloud.url)) / 1024, 'kB', { most: 180 })
    await slowPhone()
    await auditPages(cloud.url, chromiumPath)
  } finally {
    await cloud.stop()
    await stopPostgres()
  }
}

run().then(
  () => process.exit(exitCode()),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)

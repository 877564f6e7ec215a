import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { pageErrors } from '../browser/people'
import { launchChromium } from '../support/chromium'
import startPostgres from '../support/postgresSetup'
import stopPostgres from '../support/postgresTeardown'
import type { Shot } from './shot'
import { LIVE, openStage, type Stage } from './stage'
import { SHOTS } from './table'

const FOLDER = path.resolve('shots')
const AT_ONCE = 2
const TRIES = 20
/** How long a page may go on asking the server: one that is never answered has no rest. */
const RESTLESS_MS = 3000

/** Pictures until two are the same: nothing moves any more. */
async function still(page: Page): Promise<Buffer> {
  const take = () => page.screenshot({ animations: 'disabled' })
  let before = await take()
  for (let tried = 0; tried < TRIES; tried++) {
    await page.waitForTimeout(120)
    const now = await take()
    if (now.equals(before)) return now
    before = now
  }
  return before
}

/** A page scrolls inside the window, so the window is made as long as the page. */
async function stretched(page: Page): Promise<Buffer> {
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map((each) => each.scrollHeight)),
  )
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 375, height })
  return still(page)
}

async function take(stage: Stage, shot: Shot) {
  await stage.play(shot, async ({ page }) => {
    await page.waitForLoadState('networkidle', { timeout: RESTLESS_MS }).catch(() => {})
    const keep = async (name: string, picture: Buffer) =>
      fs.promises.writeFile(path.join(FOLDER, `${name}.png`), picture)
    await keep(shot.name, await still(page))
    if (shot.full) await keep(`${shot.name}-full`, await stretched(page))
  })
}

/** All shots, or those whose name holds one of the words. @returns how many failed */
async function run(words: string[]): Promise<number> {
  const named = SHOTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const wanted = named.filter(({ dev }) => LIVE || !dev)
  for (const { name } of named.filter((shot) => !wanted.includes(shot)))
    console.log(
      `- ${name} is of development builds: npm run dev, then H5=http://127.0.0.1:10086 npm run shots ${name}`,
    )
  if (words.length === 0) fs.rmSync(FOLDER, { recursive: true, force: true })
  fs.mkdirSync(FOLDER, { recursive: true })
  await startPostgres()
  const browser = await launchChromium()
  const failed: string[] = []
  try {
    const stage = await openStage(browser)
    const left = [...wanted]
    const work = async () => {
      for (let shot = left.shift(); shot; shot = left.shift()) {
        const started = Date.now()
        try {
          await take(stage, shot)
          console.log(`✓ ${shot.name} ${((Date.now() - started) / 1000).toFixed(1)} s`)
        } catch (error) {
          failed.push(shot.name)
          console.error(`✗ ${shot.name}: ${(error as Error).message.split('\n').slice(0, 4).join(' ')}`)
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    await stage.stop()
  } finally {
    await browser.close()
    await stopPostgres()
  }
  const thrown = pageErrors()
  for (const message of thrown) console.error(`a page threw: ${message}`)
  console.log(`${wanted.length - failed.length} of ${wanted.length} shots in ${FOLDER}`)
  return failed.length + thrown.length
}

run(process.argv.slice(2)).then(
  (failures) => process.exit(failures === 0 ? 0 : 1),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)

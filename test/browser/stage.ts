import type { Browser, Page } from 'playwright-core'
import { describeInBrowser, launchChromium, withPage } from '../support/chromium'
import { demoCloud } from '../support/demo'
import { pageErrors, type Someone, someone } from './people'

export interface Stage {
  cloud: ReturnType<typeof demoCloud>
  /** One page; a picture of it is kept under this name when something goes wrong. */
  onPage(name: string, run: (page: Page) => Promise<void>): Promise<void>
  /** As many people with a phone each as there are names; nothing that their pages throw is let pass. */
  withPeople(names: string[], run: (...people: Someone[]) => Promise<void>): Promise<void>
}

/** Tests with a demo district and a Chromium of their own; skipped, and said so, where there is none. */
export function describeOnStage(name: string, tests: (stage: Stage) => void) {
  describeInBrowser(name, () => {
    const cloud = demoCloud()
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())

    const onPage: Stage['onPage'] = (name, run) => withPage(browser, name, run)

    async function withPeople([name, ...names]: string[], run: (...people: Someone[]) => Promise<void>) {
      if (name === undefined) {
        await run()
        return expect(pageErrors()).toEqual([])
      }
      await onPage(name, (page) => withPeople(names, (...others) => run(someone(page, cloud.url), ...others)))
    }

    tests({ cloud, onPage, withPeople })
  })
}

import type { CDPSession, Locator } from 'playwright-core'
import type { Someone } from './people'
import { expectSoon } from './soon'
import { describeOnStage } from './stage'

jest.setTimeout(300_000)

/** So much slower than this machine, and a key each so many ms. */
const SLOWER = 20
const KEY_MS = 40
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const text = (length: number) =>
  Array.from({ length }, (_, at) => LETTERS[(at * 7) % LETTERS.length]).join('')

/** Counts what a script writes into the field from here on: while somebody types that is nobody but the platform. */
const watchWrites = (field: Locator) =>
  field.evaluate((element) => {
    const words = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
    let writes = 0
    Object.defineProperty(element, 'value', {
      get: () => words?.get?.call(element),
      set: (value) => {
        words?.set?.call(element, value)
        element.setAttribute('data-writes', `${++writes}`)
      },
    })
    element.setAttribute('data-writes', '0')
  })

describeOnStage('a phone that is slower than the fingers', ({ cloud, withPeople }) => {
  /** Keys go down by the clock, whether or not the app has followed. */
  async function typeFast(slow: CDPSession, words: string) {
    const keys: Promise<unknown>[] = []
    for (const key of words) {
      keys.push(slow.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key }))
      await new Promise((done) => setTimeout(done, KEY_MS))
    }
    await Promise.all(keys)
  }

  const slowly = (name: string, run: (it: Someone, slow: CDPSession) => Promise<void>) =>
    withPeople([name], async (it) => {
      await it.page.goto(cloud.url)
      await it.tab('点单')
      const slow = await it.page.context().newCDPSession(it.page)
      await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
      await run(it, slow)
    })
  const words = (it: Someone): Locator => it.page.locator('textarea:visible').first()
  const holds = async (it: Someone, typed: string) => {
    await expectSoon(() => words(it).inputValue(), typed)
    expect(await words(it).getAttribute('data-writes')).toBe('0')
  }

  test('loses none of 500 letters', () =>
    slowly('500 letters', async (it, slow) => {
      await words(it).focus()
      await watchWrites(words(it))
      await typeFast(slow, text(500))
      await holds(it, text(500))
    }))

  test('keeps the caret where somebody types in the middle', () =>
    slowly('in the middle', async (it, slow) => {
      await words(it).fill('水龙头漏水')
      await words(it).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 3))
      await watchWrites(words(it))
      await typeFast(slow, text(60))
      await holds(it, `水龙头${text(60)}漏水`)
    }))

  test('lets a Chinese word be written to its end', () =>
    slowly('composition', async (it, slow) => {
      await words(it).focus()
      await watchWrites(words(it))
      for (const [letters, word] of [
        ['shui', '水'],
        ['long', '龙'],
        ['tou', '头'],
      ] as const) {
        for (let end = 1; end <= letters.length; end++) {
          const part = letters.slice(0, end)
          await slow.send('Input.imeSetComposition', { text: part, selectionStart: end, selectionEnd: end })
        }
        await slow.send('Input.insertText', { text: word })
      }
      await typeFast(slow, 'abc')
      await holds(it, '水龙头abc')
    }))
})

import type { Phone } from './harness'
import { onePhone, SOON } from './people'

jest.setTimeout(240_000)

const { start } = onePhone()
let phone: Phone

type Data = { cl?: string; cn?: Data[] }
const nodeOf = (data: Data | undefined, name: string): Data | undefined =>
  data?.cl?.split(' ').includes(name)
    ? data
    : data?.cn?.map((child) => nodeOf(child, name)).find((found) => found !== undefined)

/** All that a field is told while `act` goes on, in order: its attributes each time they change. */
async function toldMeanwhile(name: string, act: () => Promise<unknown>): Promise<string[]> {
  const { instance } = phone.page
  const { setData } = instance
  const told: string[] = []
  const look = () => {
    const attributes = JSON.stringify(nodeOf(instance.data.root as Data, name))
    if (attributes !== told.at(-1)) told.push(attributes)
  }
  look()
  instance.setData = function (data, done) {
    setData.call(this, data, done)
    look()
  }
  await act()
  await phone.wait(300)
  instance.setData = setData
  return told.slice(1)
}

test('a field that is typed in is told nothing of its own words, and is emptied each time the program does', async () => {
  phone = start()
  await phone.open('/community/search/index')
  const typed = async () => {
    for (const words of ['灯', '灯坏', '灯坏了']) await phone.input('.search__input', words)
    await phone.waitFor(() => phone.$('.search .icon-btn'), SOON)
  }
  for (let time = 1; time <= 2; time++) {
    const echoes = await toldMeanwhile('search__input', typed)
    expect(echoes.filter((each) => each.includes('灯'))).toEqual([])
    const emptied = await toldMeanwhile('search__input', () => phone.tap('.search .icon-btn'))
    // first what it holds: WeChat does not hear the same a second time
    expect(emptied.map((each) => each.includes('灯坏了'))).toEqual([true, false])
  }
})

test('a draft stands in its field, and typing on is not told back', async () => {
  const draft = JSON.stringify({ place: { words: '楼道灯坏了' } })
  phone = start(
    new Map([
      ['xf/preferences', '"standard"'],
      ['xf/draft', JSON.stringify(draft)],
    ]),
  )
  await phone.open('/pages/place/index')
  await phone.waitFor(() => nodeOf(phone.page.instance.data.root as Data, 'textarea__text'), SOON)
  expect(JSON.stringify(nodeOf(phone.page.instance.data.root as Data, 'textarea__text'))).toContain(
    '楼道灯坏了',
  )
  const echoes = await toldMeanwhile('textarea__text', async () => {
    await phone.input('.textarea__text', '楼道灯坏了，三楼')
    await phone.waitFor(() => JSON.stringify([...phone.storage.values()]).includes('三楼'), SOON)
  })
  expect(echoes.filter((each) => each.includes('三楼'))).toEqual([])
})

test('a page under a sheet is held, and let go with it', async () => {
  phone = start()
  await phone.open('/pages/me/index')
  const style = () => (phone.page.instance.data as { pageStyle?: string }).pageStyle ?? ''
  await phone.tapText('登录')
  await phone.waitFor(() => phone.$('.sheet'), SOON)
  expect(style()).toBe('overflow: hidden')
  await phone.tap('.sheet .icon-btn')
  await phone.waitFor(() => phone.$$('.sheet').length === 0, SOON)
  expect(style()).toBe('')
})

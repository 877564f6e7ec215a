import { othersAt } from '../browser/others'
import type { Phone } from './harness'
import { onePhone, SOON, storageOf } from './people'

jest.setTimeout(240_000)

const NO_NETWORK = '没有网络，这一页还没取到手机里'

const { cloud, start, reads } = onePhone()
let phone: Phone
const toasts = () => phone.calls.filter(([name]) => name === 'showToast').map(([, { title }]) => `${title}`)

async function at(tab: string) {
  await phone.switchTab(`/pages/${tab}/index`)
  await phone.waitFor(() => phone.$$('.sk').length === 0, SOON)
}
/** The first of what a list of a tab holds. */
async function card(list: string) {
  await at('lists')
  await phone.tapText(list)
  await phone.waitFor(() => phone.$('.content .card'), SOON)
  await phone.tap('.content .card')
}

/** What leads out of the main package, or must be there without a network. */
const ENTRIES: [page: string, who: string, open: () => Promise<void>][] = [
  ['member/needs/index', 'l-sec', () => at('me').then(() => phone.tapText('我的点单'))],
  ['member/records/index', 'chen', () => at('me').then(() => phone.tapText('服务记录'))],
  ['desk/publish/index', 'l-sec', () => at('me').then(() => phone.tapText('管理服务和资源'))],
  ['community/areas/index', 'l-sec', () => at('lists').then(() => phone.tap('.place'))],
  ['community/service/index', 'l-sec', () => card('服务清单')],
  ['community/resource/index', 'l-sec', () => card('资源清单')],
  ['grid/event/index', 'l-gw1', () => at('work').then(() => phone.tapText('网格事件'))],
]

describe.each(ENTRIES)('%s', (page, who, open) => {
  async function startedBy() {
    phone = start(await storageOf(cloud.url, who))
    await phone.open('/pages/lists/index')
    await phone.waitFor(() => phone.$('.content .card'), SOON)
    await at('me')
    await reads('退出登录')
  }

  test('opens without a network: it was fetched with whatever page came first', async () => {
    await startedBy()
    phone.network.offline = true
    await open()
    await phone.waitFor(() => phone.page.route === page, SOON)
  })

  test('says why it does not open on a phone that could not fetch it, and opens once it can', async () => {
    await startedBy()
    phone.network.offline = true
    phone.packages.clear()
    await open()
    if (page !== 'grid/event/index') {
      await phone.waitFor(() => toasts().some((text) => text.startsWith(NO_NETWORK)), SOON)
      phone.network.offline = false
      await open()
    }
    await phone.waitFor(() => phone.page.route === page, SOON)
  })
})

test('ten pages deep the next one takes the place of the one in front, and one that is open is gone back to', async () => {
  const id = await othersAt(cloud.url).places('r24', '楼道的灯一闪一闪')
  phone = start(await storageOf(cloud.url, 'l-sec'))
  await phone.open('/pages/me/index')
  await reads('退出登录')
  const { wx } = globalThis as unknown as { wx: { navigateTo(o: object): void } }
  const need = `/pages/need/index?id=${id}`
  const below = [
    '/member/needs/index',
    need,
    ...Array.from({ length: 6 }, () => '/member/records/index'),
    need,
  ]
  for (const [at, url] of below.entries()) {
    wx.navigateTo({ url })
    await phone.waitFor(() => phone.routes.length === at + 2, SOON)
  }
  await phone.tapText('派单')
  await phone.waitFor(() => phone.page.route === 'desk/dispatch/index', SOON)
  expect(phone.routes).toHaveLength(10)
  await phone.waitFor(() => phone.$('.content .card'), SOON)
  await phone.tap('.content .card')
  await phone.waitFor(() => phone.page.route === 'pages/need/index', SOON)
  expect(phone.routes).toHaveLength(3)
})

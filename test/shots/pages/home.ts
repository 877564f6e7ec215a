import type { Someone } from '../../browser/people'
import { type Shot, unanswered } from '../shot'

const ready: Shot['show'] = (it) => it.sees('附近的需求')

/** Nobody has placed anything there. */
const NOBODY_YET = '沙坪村'

/** `before`: the phone holds no rows, and the server never answers. */
const firstTime = async (it: Someone) => {
  await it.page.addInitScript(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('/scope/')) localStorage.removeItem(key)
  })
  await unanswered(it)
}
const FAMILY = '先跟家人说一声'
const family = (it: Someone) => it.sees(new RegExp(FAMILY))
/** `before`: it leads on to the form at once, whose code never comes here, from no worker's store either. */
async function heldOnTheWay({ page }: Someone) {
  await page.addInitScript(() => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('held'))
  })
  let there = false
  await page.route('**/js/*.js', async (route) => {
    if (there) return
    const response = await route.fetch()
    there ||= (await response.text()).includes(FAMILY)
    await route.fulfill({ response })
  })
}

const skeleton = (it: Someone) => it.page.locator('.sk:visible').first().waitFor()

export const homeShots: Shot[] = [
  { name: '01-home', as: 'resident', full: true, show: ready },
  { name: '01-home-member', as: 'member', show: ready },
  { name: '01-home-secretary', as: 'secretary', show: ready },
  { name: '01-home-320', as: 'resident', width: 320, full: true, show: ready },
  { name: '01-home-430', as: 'resident', width: 430, height: 932, show: ready },
  { name: '01-home-large', as: 'resident', mode: 'large', full: true, show: ready },
  { name: '01-home-large-320', as: 'resident', mode: 'large', width: 320, full: true, show: ready },
  { name: '01-home-guest', show: (it) => it.tab('首页') },
  { name: '01-home-guest-community', full: true, show: (it) => it.watch('东城镇', '燕山湖社区') },
  { name: '01-home-community-empty', full: true, show: (it) => it.watch('东平镇', NOBODY_YET) },
  { name: '01-home-loading', as: 'resident', before: firstTime, show: skeleton },
  {
    name: '01-home-unreachable',
    as: 'resident',
    before: firstTime,
    show: (it) => it.sees(/没连上|没有网络/),
  },
  {
    name: '01-home-offline',
    as: 'resident',
    show: async (it) => {
      await it.offline()
      await it.sees(/没有网络/)
    },
  },
  { name: '10-elder-home', as: 'elder', mode: 'elder', full: true },
  { name: '10-elder-home-guest', mode: 'elder', full: true },
  { name: '10-elder-home-320', as: 'elder', mode: 'elder', width: 320, full: true },
  { name: '00-areas', at: '/community/areas/index', show: (it) => it.sees(/东城镇/) },
  { name: '00-areas-elder', mode: 'elder', at: '/community/areas/index', show: (it) => it.sees(/东城镇/) },
  { name: '10-family', at: '/community/family/index', before: heldOnTheWay, show: family },
  {
    name: '10-family-elder',
    mode: 'elder',
    at: '/community/family/index',
    before: heldOnTheWay,
    show: family,
  },
]

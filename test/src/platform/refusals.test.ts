import Taro from '@tarojs/taro'
import { goTo } from '@/platform/navigation'
import { callPhone, copyText } from '@/platform/reach'
import { shareLink } from '@/platform/share'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    showToast: jest.fn(() => Promise.resolve()),
    makePhoneCall: jest.fn(),
    setClipboardData: jest.fn(),
    navigateTo: jest.fn(),
    getCurrentPages: () => [],
    getNetworkType: jest.fn(() => Promise.resolve({ networkType: '4g' })),
  },
}))
const taro = jest.mocked(Taro)

/** WeChat rejects with a message alone. */
const refuses = (call: 'makePhoneCall' | 'setClipboardData' | 'navigateTo', errMsg: string) =>
  taro[call].mockRejectedValueOnce({ errMsg: `${call}:fail ${errMsg}` })

async function said() {
  await new Promise((done) => setTimeout(done))
  const titles = taro.showToast.mock.calls.map(([options]) => options?.title)
  taro.showToast.mockClear()
  return titles
}

test('a dialler that does not open tells the number; who turned back knows why', async () => {
  refuses('makePhoneCall', 'not supported')
  callPhone('06621234567')
  expect(await said()).toEqual([expect.stringContaining('06621234567')])
  refuses('makePhoneCall', 'cancel')
  callPhone('06621234567')
  expect(await said()).toEqual([])
})

test('what could not be copied is told', async () => {
  refuses('setClipboardData', 'privacy permission is not authorized')
  await copyText('湖景花园 7 栋')
  expect(await said()).toEqual([expect.stringContaining('没能复制')])
})

test.each([
  ['no network', 'loadSubPackage community', 'none', '没有网络'],
  ['a slow one', 'timeout', '4g', '网络太慢'],
  ['no such page', 'page "community/areas/index" is not found', '4g', '没有找到这一页'],
  ['anything else', 'something', '4g', '请再点一次'],
])('a page that does not open says why: %s', async (_, errMsg, networkType, text) => {
  taro.getNetworkType.mockResolvedValueOnce({ networkType } as never)
  refuses('navigateTo', errMsg)
  goTo('/community/areas/index')
  expect(await said()).toEqual([expect.stringContaining(text)])
})

describe('a link that is shared', () => {
  const share = jest.fn()
  beforeEach(() => Object.assign(navigator, { share }))

  test('is copied where the browser does not share, and nothing happens where people turn back', async () => {
    share.mockRejectedValueOnce(Object.assign(new Error(), { name: 'NotAllowedError' }))
    taro.setClipboardData.mockResolvedValueOnce({} as never)
    await shareLink({ title: '修灯', path: '/pages/need/index?id=1' })
    expect(taro.setClipboardData).toHaveBeenLastCalledWith({
      data: expect.stringContaining('修灯 http://localhost/#/pages/need/index?id=1'),
    })
    taro.setClipboardData.mockClear()
    share.mockRejectedValueOnce(Object.assign(new Error(), { name: 'AbortError' }))
    await shareLink({ title: '修灯', path: '/pages/need/index?id=1' })
    expect(taro.setClipboardData).not.toHaveBeenCalled()
  })
})

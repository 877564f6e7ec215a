import type { Phone } from './harness'
import { onePhone } from './people'

jest.setTimeout(240_000)

const PLACE = '/pages/place/index'
const WORDS = '厨房水龙头一直漏水，想请人上门看看'

const { start, reads, choose } = onePhone()
let phone: Phone

test('a guest writes, is asked who they are at 提交, and the order goes out with nothing written twice', async () => {
  phone = start(standard())
  await phone.open(PLACE)
  await reads('什么事')
  await phone.tapText('提交点单')
  await reads('说一句想请人办的事就行')
  await phone.input('.textarea__text', WORDS)
  await reads('水管下水') // guessed from the words

  // killed in the middle: the draft is all that is left
  phone = start(phone.storage)
  await phone.open(PLACE)
  await reads('水管下水')

  await phone.tap('.check')
  await phone.tapText('提交点单')
  await reads('选一个身份登录')
  await choose('林**')
  await reads('已收下')
  await reads(WORDS.slice(0, 10))
})

test('a number in the words does not leave the phone, and says what to do', async () => {
  await phone.tapText('再点一单')
  await reads('什么事')
  await phone.input('.textarea__text', '马桶堵了，打 13800138000 找我')
  await reads('去掉号码就能送')
  await phone.tap('.check')
  await phone.tapText('去掉号码再送')
  await reads('已收下')
  await phone.tapText('再点一单')
  await reads('138 **** 8000')
})

const standard = () => new Map([['xf/preferences', '"standard"']])

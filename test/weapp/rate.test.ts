import { callAs } from '../support/caller'
import type { Phone } from './harness'
import { needCalled, onePhone, SOON, storageOf } from './people'

jest.setTimeout(240_000)

const TITLE = '中午十二点装修电钻不停'

const { cloud, start, reads } = onePhone()
let phone: Phone

test('nothing is chosen beforehand; what was good is tapped, and it is closed with that note', async () => {
  phone = start(await storageOf(cloud.url, 'r04'))
  const needId = await needCalled(cloud.url, 'r04', TITLE)
  await phone.open(`/pages/need/index?id=${needId}`)
  await reads('说办好了')
  expect(phone.$$('.rate--on')).toHaveLength(0)
  await phone.tapText('确认评价')
  await reads('请选一个')
  await phone.tapText('很满意')
  await phone.tapText('准时')
  await phone.tapText('确认评价')
  await reads('谢谢您的评价')
  await reads('评价：很满意，“准时”')
  await phone.waitFor(() => ![...phone.storage.keys()].some((key) => key.includes('/out/')), SOON)
  const staff = await callAs(cloud.url, 'y-sec')
  expect(Object.values(await staff.holds()).join()).toContain('"note":"准时"')
})

import { simplified } from 'domain/kernel/simplified'
import rows from 'domain/kernel/traditional.json'

test('traditional characters, also those of Hong Kong, become simplified ones', () => {
  expect(simplified('幫忙搬傢俬上樓，電腦壞咗')).toBe('帮忙搬家私上楼，电脑坏咗')
  expect(simplified('裏裡牀綫衞説戶臺灣')).toBe('里里床线卫说户台湾')
})

test('what is simplified already, and what is no Chinese, stays as it is', () => {
  const text = '帮忙搬5袋米上6楼 OK 👍 𠮷野'
  expect(simplified(text)).toBe(text)
})

test('no simplified character stands for another: what was simplified once stays so', () => {
  const all = rows.join('')
  expect(simplified(simplified(all))).toBe(simplified(all))
})

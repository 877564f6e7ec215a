import { area } from 'domain/area/area'
import { phone, plainPhone } from 'domain/kernel/phone'
import { contact } from 'domain/need/place'

test.each([
  ['13800138000', '13800138000'],
  ['\u202d138 0013 8000\u202c', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['\u202a+86 138 0013 8000\u202c', '13800138000'],
  ['（+86）138 0013 8000', '13800138000'],
  ['0086-138-0013-8000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['138.0013.8000', '13800138000'],
  ['138\u00a00013\u20098000', '13800138000'],
  ['tel:+8613800138000', '13800138000'],
  ['（0662）661 2345', '0662-6612345'],
  ['06626612345', '0662-6612345'],
  ['0662－6612345', '0662-6612345'],
  ['+86 662 661 2345', '0662-6612345'],
  ['+86 (0662) 6612345', '0662-6612345'],
  ['010 12345678', '010-12345678'],
  ['020-88886666', '020-88886666'],
])('%j is kept as %s', (typed, kept) => {
  expect(phone.parse(typed)).toBe(kept)
  expect(plainPhone(kept)).toBe(kept)
  expect(contact.parse({ phone: typed })).toEqual({ phone: kept })
})

test.each([
  '1380013800',
  '138001380001',
  '23800138000',
  '6612345',
  '电话13800138000',
  '没有',
  '',
  '12345',
  '0662-66123456789',
])('%s is nobody’s number', (typed) => expect(phone.safeParse(typed).success).toBe(false))

test('an office may have a short number', () => {
  const phoneOf = (said: string) => area.parse({ code: '441704100003', name: '东城社区', phone: said }).phone
  expect(phoneOf('（0662）661 2345')).toBe('0662-6612345')
  expect(phoneOf('１２３４５')).toBe('12345')
  expect(phoneOf('\u202d400 123 4567\u202c')).toBe('400-123-4567')
})

import { contact } from 'domain/need/place'
import { openVault } from '../../../cloud/contact/vault'

const vault = openVault(Buffer.alloc(32, 7))
const sealed = (phone: string) => vault.seal(contact.parse({ phone }), 'a need')

test.each([
  ['13800138000', '\u202d+86 138-0013-8000\u202c'],
  ['0662-6612345', '（0662）661 2345'],
])('a number is found again however it was typed: %s', (kept, typed) => {
  expect(sealed(typed).phoneHash).toEqual(sealed(kept).phoneHash)
  expect(vault.seal({ phone: typed }, 'a need').phoneHash).toEqual(sealed(kept).phoneHash)
  expect(vault.open(sealed(typed), 'a need')).toEqual({ phone: kept })
})

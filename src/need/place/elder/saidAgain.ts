import { plainPhone } from 'domain/kernel/phone'
import { cleaned } from 'domain/kernel/text'
import { maskedPhone } from '@/person/person'
import { categoryOfForm, type PlaceForm } from '../placeForm'

/** 念给我听: the whole order in a few sentences, before it is sent. The door and the number are not read aloud. */
export function saidAgain(form: PlaceForm): string {
  const { words = '', whenText, placedFor, contact } = form
  return [
    `${placedFor?.alias ? `帮${placedFor.alias}点` : '您要办的事'}：${words}`,
    `类别是${categoryOfForm(form)?.name ?? '其他'}`,
    whenText && cleaned(whenText) ? `时间是${whenText}` : '什么时候来都行',
    contact?.phone ? `电话尾号${plainPhone(contact.phone).slice(-4)}` : '没有留电话',
    '看完请勾选同意，再点送出去。',
  ].join('。')
}

/** The same to look at, each with the question that it answers. */
export const phoneSaid = (phone: string | undefined) => (phone ? maskedPhone(phone) : '没有留电话')

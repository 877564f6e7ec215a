import type { Grant } from 'domain/kernel/actor'
import { asksConsent, placeArgs } from 'domain/need/place'
import type { Person } from 'domain/person/person'
import {
  eventArgs,
  eventErrors,
  eventForm,
  eventWords,
  firstOfType,
  firstWrong,
} from '@/need/event/eventForm'
import type { EventDraft } from '@/store/drafts'
import { anActor, community, elsewhere, idOf } from '../../../support/builders'

const walker = (...grants: Grant[]): Person => ({
  ...anActor(4, grants),
  skills: [],
  availability: [],
  capacity: 1,
})
const me = walker({ role: 'gridWorker', area: `${community}002` })
const garbage: EventDraft = {
  spot: '公交站东侧',
  categoryCode: 'report-garbage',
  answers: { what: '生活垃圾' },
}
const formOf = (draft: EventDraft = garbage, whose = me) => eventForm(draft, whose)

test('it stands in the grid that somebody looks after, otherwise in the one they live in', () => {
  expect(formOf()).toMatchObject({ kind: 'report', communityCode: community, gridCode: `${community}002` })
  const lead = walker({ role: 'gridLead', area: community })
  expect(formOf({}, lead).gridCode).toBe(lead.homeGrid)
})

test('another grid may be chosen, or none; another community only where they collect', () => {
  expect(formOf({ communityCode: community, gridCode: undefined }).gridCode).toBeUndefined()
  expect(formOf({ communityCode: elsewhere, gridCode: `${elsewhere}001` }).communityCode).toBe(community)
})

test('the words say where, then what: said, or only tapped', () => {
  expect(eventWords(formOf())).toBe('公交站东侧：垃圾杂物，生活垃圾')
  expect(eventWords(formOf({ ...garbage, words: ' 五六袋，挡了盲道 ' }))).toBe('公交站东侧：五六袋，挡了盲道')
})

test('it asks where, which kind, and what the kind must know; not for words, nor for 同意', () => {
  expect(eventErrors(formOf({}), false)).toEqual({})
  expect(Object.keys(eventErrors(formOf({}), true)).sort()).toEqual(['category', 'spot'])
  expect(Object.keys(eventErrors(formOf({ ...garbage, answers: {} }), true))).toEqual(['answer-what'])
  expect(eventErrors(formOf(), true)).toEqual({})
})

test.each(['spot', 'words'] as const)(
  'a telephone number in %s is told at once, where it stands',
  (field) => {
    const errors = eventErrors(formOf({ ...garbage, [field]: '找老板 13800138000' }), false)
    expect(Object.keys(errors)).toEqual([field])
    expect(firstWrong(errors)).toBe(field)
  },
)

test('people are led to the highest field that is wrong', () => {
  expect(firstWrong({ words: '…', 'answer-what': '…', category: '…' })).toBe('category')
  expect(firstWrong({})).toBeUndefined()
})

test('what is sent is what the contract takes, tells of nobody, and is as urgent as was said', () => {
  const args = eventArgs(
    formOf({ ...garbage, urgency: 'high', contact: { phone: '13800138000' } }),
    idOf('n', 1),
  )
  expect(placeArgs.safeParse(args).success).toBe(true)
  expect(args).toMatchObject({ kind: 'report', urgency: 'high', consent: false, contact: undefined })
  expect(asksConsent(args, me)).toBe(false)
  expect(eventArgs(formOf(), idOf('n', 1)).urgency).toBe('normal')
})

test('the longest that can be written is still taken', () => {
  const longest = { ...garbage, spot: '站'.repeat(40), words: '堆'.repeat(440) }
  expect(placeArgs.safeParse(eventArgs(formOf(longest), idOf('n', 1))).success).toBe(true)
})

test('a type comes with its first category', () => {
  expect(firstOfType('市容环境')).toBe('report-garbage')
  expect(firstOfType('没有')).toBeUndefined()
})

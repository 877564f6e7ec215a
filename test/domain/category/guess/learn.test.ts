import { categoriesOf, categoryOf } from 'domain/category/category'
import { gramsOf } from 'domain/category/guess/grams'
import { guess, guessCategory } from 'domain/category/guess/guess'
import { newLearner, type Placed } from 'domain/category/guess/learn'
import { unpack } from 'domain/category/guess/weights'

const help = categoriesOf('help')
/** 簸箕炊, which nobody has taught: a dish, which people here want brought. */
const SAID = ['想食簸箕炊', '阿婆想簸箕炊', '簸箕炊，落唔到楼', '两份簸箕炊', '边度有簸箕炊', '簸箕炊冇得食']

const placed = (words: string, who: number, categoryCode = 'help-errand'): Placed => ({
  kind: 'help',
  categoryCode,
  words,
  placedById: `person ${who}`,
})

function taughtBy(needs: Placed[]) {
  const learner = newLearner()
  for (const need of needs) learner.hear(need)
  return learner.taught()
}

test('what five people mean by a word that was not understood is understood from then on', () => {
  expect(guess('簸箕炊', help).likely).toEqual([])
  const taught = taughtBy(SAID.map((words, who) => placed(words, who)))
  expect(guessCategory('簸箕炊', help, taught)).toBe(categoryOf('help-errand'))
  expect(guessCategory('今日想要簸箕炊', help, taught)).toBe(categoryOf('help-errand'))
  // and what was understood before still is
  expect(guessCategory('客厅的灯不亮了', help, taught)).toBe(categoryOf('help-power'))
})

test('a wrong guess that people correct is not made again', () => {
  const words = '煤气炉打不着火'
  expect(guessCategory(words, help)).toBe(categoryOf('help-fix'))
  const taught = taughtBy(Array.from({ length: 6 }, (_, who) => placed(words, who, 'help-power')))
  expect(guessCategory(words, help, taught)).not.toBe(categoryOf('help-fix'))
  expect(guess(words, help, taught).likely).toContain(categoryOf('help-power'))
})

test('four people teach nothing, nor one person who says it often', () => {
  expect(taughtBy(SAID.slice(0, 4).map((words, who) => placed(words, who)))).toEqual({})
  expect(taughtBy(SAID.map((words) => placed(words, 1)))).toEqual({})
})

test('what people say of anything, and who leaves it at 其他, teach nothing', () => {
  const others = Array.from({ length: 12 }, (_, who) => placed('簸箕炊', 100 + who, 'help-other'))
  expect(taughtBy(others)).toEqual({})
  const split = ['help-errand', 'help-care', 'help-farm'].flatMap((code, at) =>
    SAID.map((_, who) => placed('簸箕', 10 * at + who, code)),
  )
  expect(taughtBy(split)).toEqual({})
})

test('it keeps numbers that pieces of words share, and none that fewer than five people said', () => {
  const needs = [...SAID.map((words, who) => placed(words, who)), placed('簸箕炊放在邓爱莲那里', 50)]
  const taught = taughtBy(needs)
  expect(JSON.stringify(taught)).not.toMatch(/[\u4e00-\u9fff]/)
  const known = new Set(Object.values(taught).flatMap((packed) => [...unpack(packed).keys()]))
  for (const gram of gramsOf('邓爱莲', true)) expect(known.has(gram)).toBe(false)
  expect(known.size).toBeGreaterThan(0)
})

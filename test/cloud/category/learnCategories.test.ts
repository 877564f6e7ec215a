import { categoriesOf, categoryOf } from 'domain/category/category'
import { guess, guessCategory } from 'domain/category/guess/guess'
import type { Lesson } from 'domain/category/guess/lesson'
import { districtScope } from 'domain/kernel/scope'
import { learnCategories } from '../../../cloud/category/learnCategories'
import { startCloud, type TestCloud } from '../../support/cloud'
import { community, nowText } from '../../support/seed'

const WORDS = '想食簸箕炊'
let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const place = async () =>
  await cloud.seed.place(await cloud.seed.resident(), {
    words: WORDS,
    categoryCode: 'help-errand',
    answers: {},
  })

test('what five people corrected reaches the phones of the district and changes what is guessed', async () => {
  for (let people = 0; people < 4; people++) await place()
  expect(await learnCategories(cloud.context, nowText())).toBe(0)

  await place()
  expect(await learnCategories(cloud.context, nowText())).toBe(1)
  const rows = await cloud.db.selectFrom('feed').selectAll().where('entity', '=', 'lesson').execute()
  expect(rows.map(({ scope }) => scope)).toEqual([districtScope(community)])
  const row: unknown = rows[0]?.row
  const { taught } = (typeof row === 'string' ? JSON.parse(row) : row) as Lesson
  expect(JSON.stringify(taught)).not.toMatch(/[\u4e00-\u9fff]/)
  expect(guess(WORDS, categoriesOf('help')).category).toBeUndefined()
  expect(guessCategory(WORDS, categoriesOf('help'), taught)).toBe(categoryOf('help-errand'))
})

test('where nothing new was said, nothing is told again', async () => {
  expect(await learnCategories(cloud.context, nowText())).toBe(0)
})

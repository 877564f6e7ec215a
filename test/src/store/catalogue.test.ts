import { categoriesOf as filed, categoryOf as ofFile, termsKept } from 'domain/category/category'
import { placeForm } from '@/need/place/placeForm'
import { categoriesOf, categoryOf, categoryOfNeed, findCategory, skillNamesOf } from '@/store/catalogue'
import { clearRecords, publishRecords } from '@/store/records'

const districtCode = '441704'
const row = (more: object) => ({ ...ofFile('help-power'), districtCode, ...more })
const publish = (...rows: ReturnType<typeof row>[]) =>
  publishRecords({ categories: Object.fromEntries(rows.map((each) => [each.code, each])) })
beforeEach(clearRecords)

test('before the district’s rows have come, the file is what there is', () => {
  expect(categoriesOf('help')).toEqual(filed('help'))
  expect(categoryOf('help-power')).toBe(ofFile('help-power'))
})

test('what the district says of a category stands in its place, and what it adds before 其他', () => {
  publish(row({ name: '用电' }), row({ code: 'help-pets', name: '宠物照看' }))
  expect(categoryOf('help-power').name).toBe('用电')
  const names = categoriesOf('help').map(({ name }) => name)
  expect(names.indexOf('用电')).toBe(filed('help').findIndex(({ code }) => code === 'help-power'))
  expect(names.slice(-2)).toEqual(['宠物照看', ofFile('help-other').name])
})

test('one that was taken off is picked no more, also not by a draft, and what was placed in it draws as before', () => {
  publish(row({ listed: false }))
  expect(categoriesOf('help').map(({ code }) => code)).not.toContain('help-power')
  expect(categoryOf('help-power').name).toBe(ofFile('help-power').name)
  expect(placeForm({ categoryCode: 'help-power', kind: 'help' }, undefined, undefined)).toMatchObject({
    categoryCode: undefined,
  })
})

test('one that is unknown here draws by what the need brings along, otherwise as 其他 of its kind', () => {
  const terms = termsKept({ ...ofFile('help-power'), code: 'help-pets', name: '宠物照看', group: '家里的事' })
  expect(findCategory('help-pets')).toBe(undefined)
  expect(categoryOfNeed({ categoryCode: 'help-pets', terms })).toMatchObject({
    kind: 'help',
    name: '宠物照看',
    group: '家里的事',
  })
  expect(categoryOfNeed({ categoryCode: 'help-pets' })).toMatchObject({ kind: 'help', name: '其他' })
})

test('skills are called as the district calls them', () => {
  expect(skillNamesOf(['electric'])).toEqual(['电工'])
  const skills = [{ code: 'electric', name: '电工师傅' }]
  publishRecords({
    districts: { [districtCode]: { id: districtCode, name: '阳东红', skills, holidays: [] } },
  })
  expect(skillNamesOf(['electric'])).toEqual(['电工师傅'])
})

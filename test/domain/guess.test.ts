import { CATEGORIES, catchAllOf, categoriesOf, categoryOf } from 'domain/category'
import { guessAnswers, guessCategory } from 'domain/guess'

const PLACED = ['wish', 'help', 'report', 'idea'] as const
const all = PLACED.flatMap((kind) => categoriesOf(kind))

test.each([
  ['厨房水龙头一直漏水，关紧了还在滴，想请人上门看看', 'help-water'],
  ['客厅的灯不亮了', 'help-power'],
  ['家里跳闸了，冰箱都停了', 'help-power'],
  ['马桶堵了', 'help-water'],
  ['门锁坏了进不了屋', 'help-fix'],
  ['想请人把旧沙发搬下楼', 'help-move'],
  ['明天陪我妈去医院复诊', 'help-escort'],
  ['帮我到药房取药', 'help-errand'],
  ['老年卡怎么办', 'help-paper'],
  ['爸爸卧床想剪头发', 'help-hair'],
  ['微信字太小看不清', 'help-phone'],
  ['孩子英语跟不上', 'help-tutor'],
  ['楼上漏水跟邻居谈不拢', 'help-mediate'],
  ['老板拖欠工资', 'help-law'],
  ['最近总是睡不着', 'help-mind'],
  ['稻谷要抢收', 'help-farm'],
  ['楼下路灯不亮', 'report-light'],
  ['垃圾桶满出来好几天了', 'report-garbage'],
  ['井盖不见了', 'report-road'],
  ['消防通道停满车', 'report-fire'],
  ['广场舞太吵', 'report-noise'],
  ['孩子想要一盏护眼台灯', 'wish-study'],
  ['想拍张全家福', 'wish-company'],
  ['空地能不能做个小公园', 'idea-place'],
])('“%s” sounds like %s', (words, code) => {
  expect(guessCategory(words, all)?.code).toBe(code)
})

test('every category is found by its own examples', () => {
  for (const { kind, code, examples } of all)
    if (code !== catchAllOf(kind)?.code)
      for (const words of examples)
        expect([words, guessCategory(words, categoriesOf(kind))?.code]).toEqual([words, code])
})

test('where nothing is known nothing is guessed, and 其他 is never a guess', () => {
  expect(guessCategory('想请您帮个忙', all)).toBeUndefined()
  expect(guessCategory('想请人来看看', all)).toBeUndefined()
  expect(guessCategory('', all)).toBeUndefined()
  expect(guessCategory('上面没有合适的', all)).toBeUndefined()
  expect(PLACED.map((kind) => catchAllOf(kind)?.code)).toEqual(PLACED.map((kind) => `${kind}-other`))
  expect(CATEGORIES.filter(({ code }) => code.endsWith('-other'))).toHaveLength(PLACED.length)
})

test('what stands in the words is not asked again', () => {
  expect(guessAnswers('厨房水龙头一直漏水', categoryOf('help-water'))).toEqual({ what: '水龙头' })
  expect(guessAnswers('客厅黑了', categoryOf('help-power'))).toEqual({})
})

import { spawnSync } from 'node:child_process'
import { CATEGORIES } from 'domain/category/category'
import { GRAMS, plainWords } from 'domain/category/guess/grams'
import model from 'domain/category/guess/model.json'
import { pack, unpack } from 'domain/category/guess/weights'
import fc from 'fast-check'

test('the model is what the lexicon teaches', () => {
  const check = spawnSync(process.execPath, ['config/run.cjs', 'train', '--check'], { encoding: 'utf8' })
  expect(check.stderr).toBe('')
}, 120_000)

test('every category has been taught', () => {
  for (const { code } of CATEGORIES)
    expect([code, unpack(Object(model)[code]).size > 20]).toEqual([code, true])
})

test('model and forms stay small enough for a phone', async () => {
  const { default: forms } = await import('domain/category/guess/forms.json')
  expect(Buffer.byteLength(JSON.stringify(model) + JSON.stringify(forms))).toBeLessThan(18_500)
})

test('what was packed comes out as it was, and in characters that JSON writes as they are', () => {
  const levels = fc.array(fc.tuple(fc.nat(GRAMS - 1), fc.integer({ min: 1, max: 7 })), { maxLength: 300 })
  fc.assert(
    fc.property(levels, (pairs) => {
      const packed = pack(new Map(pairs))
      expect(unpack(packed)).toEqual(new Map(pairs))
      expect(JSON.stringify(packed)).toBe(`"${packed}"`)
    }),
  )
})

test('what cannot be read says nothing, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const [gram, level] of unpack(text)) {
        expect(gram).toBeLessThan(GRAMS)
        expect(level).toBeGreaterThan(0)
      }
    }),
  )
})

test('there is one way to say it', () => {
  expect(plainWords('我屋企冇電，冷氣唔郁')).toBe('我家里没电 空调不动')
  expect(plainWords('ＷｉＦｉ１２３，壞咗')).toBe('wifi 坏了')
})

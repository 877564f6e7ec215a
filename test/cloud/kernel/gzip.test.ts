import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { compressed, gzipOf, stored, unpacked } from '../../../cloud/kernel/gzip'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('网格', 'a', '灯不亮了，'), fc.nat(40_000))
    .map(([word, times]) => word.repeat(times)),
)

test('whatever is put together, anybody unpacks it to just that', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), text), { maxLength: 6 }), async (parts) => {
      const pieces = await Promise.all(
        parts.map(([squeeze, said]) => (squeeze ? compressed(said) : stored(said))),
      )
      const whole = Buffer.concat(parts.map(([, said]) => Buffer.from(said)))
      expect(gunzipSync(gzipOf(pieces)).equals(whole)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a piece can be used again, and is small', async () => {
  const said = '{"kind":"help","text":"客厅灯不亮了"},'.repeat(2_000)
  const piece = await compressed(said)
  const twice = gzipOf([stored('['), piece, stored('0,'), piece, stored('0]')])
  expect(gunzipSync(twice).toString()).toBe(`[${said}0,${said}0]`)
  expect(twice.length).toBeLessThan(said.length / 20)
})

test('what was squeezed alone unpacks alone, and keeps no more memory than it says', async () => {
  for (const said of ['', '客厅灯不亮了', '{"kind":"help","text":"客厅灯不亮了"},'.repeat(2_000)]) {
    const piece = await compressed(said)
    expect(await unpacked(piece)).toBe(said)
    expect(piece.blocks.buffer.byteLength).toBe(piece.blocks.length)
  }
})

test('what was changed on the way does not unpack', async () => {
  const whole = gzipOf([stored('客厅灯不亮了'), await compressed('换过灯泡还是不行')])
  const changed = Buffer.from(whole)
  changed[20] = (changed[20] ?? 0) ^ 1
  expect(() => gunzipSync(changed)).toThrow()
})

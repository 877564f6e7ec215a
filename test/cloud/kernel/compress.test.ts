import { gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { acceptsGzip, zipTexts } from '../../../cloud/kernel/compress'
import type { App } from '../../../cloud/kernel/context'

test.each<[string | undefined, boolean]>([
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1.0, gzip;q=0.8', true],
  ['*', true],
  ['gzip;q=0', false],
  ['deflate, gzip;q=0.0', false],
  ['identity', false],
  ['x-gzipped', false],
  [undefined, false],
])('of %s it takes gzip: %s', (header, taken) => {
  expect(acceptsGzip(header)).toBe(taken)
})

test('a long answer is squeezed for who takes it, a short one never', async () => {
  const app = Fastify()
  zipTexts(app as unknown as App)
  const long = JSON.stringify({ text: '网格'.repeat(2_000) })
  app.get('/long', (_, reply) => reply.type('application/json').send(long))
  app.get('/short', () => ({ text: '网格' }))

  const asked = (url: string, accepted?: string) =>
    app.inject({ url, headers: accepted ? { 'accept-encoding': accepted } : {} })
  const compressed = await asked('/long', 'gzip')
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
  expect(Number(compressed.headers['content-length'])).toBe(compressed.rawPayload.length)
  expect(gunzipSync(compressed.rawPayload).toString()).toBe(long)

  const plain = await asked('/long')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.headers.vary).toBe('accept-encoding')
  expect(plain.payload).toBe(long)
  expect((await asked('/short', 'gzip')).headers['content-encoding']).toBeUndefined()
  await app.close()
})

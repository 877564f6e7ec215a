/** @jest-environment node */
import { spawnSync } from 'node:child_process'
import { baseProblem } from '../../config/apiBase'

const REFUSED = 'build failed: '

/** A production build of the mini-program, as far as it is refused; one that is not is never begun here. */
const build = (env: Record<string, string>, ...more: string[]) => {
  const { API_BASE: _, NODE_ENV: __, ...mine } = process.env
  const options = { env: { ...mine, ...env } as NodeJS.ProcessEnv, encoding: 'utf8' as const }
  const { status, stderr } = spawnSync(
    process.execPath,
    ['config/run.cjs', 'build', 'weapp', ...more],
    options,
  )
  return { status, stderr }
}

test.each<[string, Record<string, string>]>([
  ['no address', {}],
  ['an address without https', { API_BASE: 'http://api.example.cn' }],
  ['this machine', { API_BASE: 'https://127.0.0.1:8710' }],
  ['its own network', { API_BASE: 'https://192.168.1.4' }],
  ['what is no address', { API_BASE: 'api.example.cn' }],
])('a mini-program is not built for production with %s', (_, env) => {
  for (const { status, stderr } of [build(env, '--production'), build({ ...env, NODE_ENV: 'production' })]) {
    expect(status).toBe(1)
    expect(stderr).toMatch(REFUSED)
    expect(stderr).toMatch('Set API_BASE=https://…')
  }
})

test.each([
  ['https://api.example.cn', ''],
  ['http://127.0.0.1:8710', 'Set API_BASE'],
])('what is wrong with %s is told', (address, said) => {
  expect(baseProblem(address)?.includes('Set API_BASE') ?? false).toBe(said !== '')
})

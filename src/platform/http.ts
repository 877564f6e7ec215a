import Taro from '@tarojs/taro'
import { nextTask } from './clock'
import { type HttpAnswer, type HttpRequest, NetworkFailure } from './port'

const TIMEOUT_MS = 15_000

/** H5 asks the server that it came from. A mini-program has no origin: its build, or its ext.json, says where. */
export const apiBase = (): string => (process.env.TARO_ENV === 'h5' ? API_BASE : ownBase())

function ownBase(): string {
  const ext = Taro.getExtConfigSync?.() as { apiBase?: string } | undefined
  return ext?.apiBase || API_BASE
}

/**
 * One request. Resolves with every answer, HTTP 500 too.
 * @throws NetworkFailure alone: H5 rejects with an Error, weapp with `{ errMsg }`, and neither says more
 */
export async function request(asked: HttpRequest): Promise<HttpAnswer> {
  const { method, path, body, token, timeoutMs = TIMEOUT_MS } = asked
  if (process.env.TARO_ENV === 'h5') await nextTask() // beginning one takes a browser long
  let timer: ReturnType<typeof setTimeout> | undefined
  // H5's own timeout ends with the headers; a body that never comes would hang.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NetworkFailure('timeout')), timeoutMs)
  })
  try {
    const header = { ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const task = Taro.request<unknown, string | undefined>({
      url: `${apiBase()}${path}`,
      method,
      header: body === undefined ? header : { ...header, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
      timeout: timeoutMs,
    })
    const { statusCode, data } = await Promise.race([task, late])
    return { status: statusCode, body: typeof data === 'string' ? parsed(data) : (data ?? null) }
  } catch (error) {
    throw error instanceof NetworkFailure ? error : failureOf(error)
  } finally {
    clearTimeout(timer)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failureOf(error: unknown): NetworkFailure {
  const { errMsg = '', name = '' } = (error ?? {}) as { errMsg?: string; name?: string }
  return new NetworkFailure(name === 'AbortError' || /time ?out/i.test(errMsg) ? 'timeout' : 'unreachable')
}

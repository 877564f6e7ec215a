import Taro from '@tarojs/taro'

const POOL = 256
const LOW = 64

// WeChat gives random bytes only later, ids are needed at once: a pool is kept, and filled again in time.
let pool = new Uint8Array(0)
let filling = false

function fill() {
  if (filling || !Taro.getRandomValues) return
  filling = true
  // By callbacks: Taro does not make a promise of this one, whatever its types say.
  void Taro.getRandomValues({
    length: POOL,
    success: ({ randomValues }) => {
      pool = new Uint8Array(randomValues)
    },
    complete: () => {
      filling = false
    },
  })
}

/** Where the pool is empty they come from Math.random. */
function fromPool(count: number): Uint8Array {
  if (pool.length - count < LOW) fill()
  if (pool.length < count) return Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256))
  const given = pool.slice(0, count)
  pool = pool.slice(count)
  return given
}

/** Random bytes for ids and jitter, never for secrets. */
export const randomBytes = (count: number): Uint8Array =>
  process.env.TARO_ENV === 'h5' ? crypto.getRandomValues(new Uint8Array(count)) : fromPool(count)

if (process.env.TARO_ENV !== 'h5') fill()

/** The rest after a turn that came at once; it doubles while more comes before it is over. */
const FIRST_REST_MS = 1

export interface Coalescer {
  /** There is something to do: at once where nothing was done lately, otherwise together with what comes meanwhile. */
  soon: () => void
  /** Not before some time has passed. */
  later: (ms: number) => void
  stop: () => void
}

/**
 * Does things that come one by one: the first at once, then what comes meanwhile together. After each turn it rests as
 * long as that took, and under load, when there is always something waiting, longer and longer up to a limit.
 * @param turn takes all that there is; called once more where something came after it had looked
 */
export function createCoalescer(turn: () => Promise<void>, mostMs: number): Coalescer {
  let timer: NodeJS.Timeout | undefined
  let working = false
  let wanted = false
  let stopped = false
  let restMs = 0
  let restedAt = 0

  function begin(ms: number, waited: boolean) {
    if (stopped) return
    timer ??= setTimeout(() => void work(waited), ms)
  }

  function soon() {
    wanted = true
    if (working || timer) return
    const left = restedAt - performance.now()
    begin(Math.max(0, left), left > 0)
  }

  async function work(waited: boolean) {
    timer = undefined
    working = true
    wanted = false
    const began = performance.now()
    await turn()
    const now = performance.now()
    const least = waited ? restMs * 2 : FIRST_REST_MS
    restMs = Math.min(mostMs, Math.max(least, now - began))
    restedAt = now + restMs
    working = false
    if (wanted) begin(restMs, true)
  }

  return {
    soon,
    later(ms) {
      wanted = true
      begin(ms, true)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

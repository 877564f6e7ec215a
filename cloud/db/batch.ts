interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/**
 * Makes one statement of what is asked in one turn of the event loop, or while another is under way: alone, somebody's
 * goes out with the end of the turn, and the more ask, the less each costs. What is found was there after it was asked
 * for.
 * @param find answers in the order of what is asked; where it fails, it fails for all of them
 * @param atOnce queries in flight at most
 * @param most in a batch; a full one goes at once
 * @param patienceMs for how long fewer wait for the query in flight
 */
export function batch<Asked, Found>(
  find: (all: Asked[]) => Promise<Found[]>,
  { atOnce, most, patienceMs }: { atOnce: number; most: number; patienceMs: number },
): (asked: Asked) => Promise<Found> {
  const waiting: Waiting<Asked, Found>[] = []
  let underWay = 0
  let soon: NodeJS.Immediate | undefined
  let timeout: NodeJS.Timeout | undefined

  function next() {
    if (waiting.length === 0 || underWay === atOnce) return
    if (underWay === 0 || waiting.length >= most) soon ??= setImmediate(send)
    else timeout ??= setTimeout(send, patienceMs)
  }

  async function send() {
    clearImmediate(soon)
    clearTimeout(timeout)
    soon = undefined
    timeout = undefined
    const mine = waiting.splice(0, most)
    underWay++
    next()
    try {
      const found = await find(mine.map(({ asked }) => asked))
      for (const [index, { resolve }] of mine.entries()) resolve(found[index] as Found)
    } catch (error) {
      for (const { reject } of mine) reject(error)
    }
    underWay--
    next()
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      next()
    })
}

interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/** Whoever asks while a statement is under way waits for it, but no longer: it may be a long one. Many do not wait. */
const PATIENCE_MS = 5

/**
 * Makes one statement of what is asked while another is under way: alone, somebody's goes out at once, and the more
 * ask, the less each costs. What is found was there after it was asked for.
 * @param find answers in the order of what is asked; where it fails, it fails for all of them
 * @param atOnce statements under way, where those before take their time
 * @param most that one statement asks
 */
export function gather<Asked, Found>(
  find: (all: Asked[]) => Promise<Found[]>,
  { atOnce, most }: { atOnce: number; most: number },
): (asked: Asked) => Promise<Found> {
  const waiting: Waiting<Asked, Found>[] = []
  let underWay = 0
  let impatient: NodeJS.Timeout | undefined

  function next() {
    if (waiting.length === 0) return
    if (underWay === 0 || (underWay < atOnce && waiting.length >= most)) void send()
    else if (underWay < atOnce) impatient ??= setTimeout(send, PATIENCE_MS)
  }

  async function send() {
    clearTimeout(impatient)
    impatient = undefined
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

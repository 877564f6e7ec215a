interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/**
 * Makes one statement of what is asked while others are under way: alone, somebody's goes out at once, and the more
 * ask, the less each costs. What is found was there after it was asked for.
 * @param find answers in the order of what is asked; where it fails, it fails for all of them
 * @param atOnce statements under way
 * @param most that one statement asks
 */
export function gather<Asked, Found>(
  find: (all: Asked[]) => Promise<Found[]>,
  { atOnce, most }: { atOnce: number; most: number },
): (asked: Asked) => Promise<Found> {
  const waiting: Waiting<Asked, Found>[] = []
  let underWay = 0

  async function send() {
    const mine = waiting.splice(0, most)
    underWay++
    try {
      const found = await find(mine.map(({ asked }) => asked))
      for (const [index, { resolve }] of mine.entries()) resolve(found[index] as Found)
    } catch (error) {
      for (const { reject } of mine) reject(error)
    }
    underWay--
    if (waiting.length > 0) void send()
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (underWay < atOnce) void send()
    })
}

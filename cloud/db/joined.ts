import type { Tx } from './pool'

interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/**
 * Makes one statement of what the commands of one transaction ask in the same turn. Alone it is no other statement,
 * and it takes its place among what the transaction sends as if it went out at once.
 * @param find answers in the order of what is asked; where it fails, it fails for all of them
 */
export function joined<Asked, Found>(
  find: (tx: Tx, all: Asked[]) => Promise<Found[]>,
): (tx: Tx, asked: Asked) => Promise<Found> {
  const byTx = new WeakMap<Tx, Waiting<Asked, Found>[]>()

  async function send(tx: Tx, all: Waiting<Asked, Found>[]) {
    byTx.delete(tx)
    try {
      const found = await find(
        tx,
        all.map(({ asked }) => asked),
      )
      for (const [index, { resolve }] of all.entries()) resolve(found[index] as Found)
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  }

  return (tx, asked) =>
    new Promise((resolve, reject) => {
      const one = { asked, resolve, reject }
      const others = byTx.get(tx)
      if (others) return others.push(one)
      const all = [one]
      byTx.set(tx, all)
      queueMicrotask(() => send(tx, all))
    })
}

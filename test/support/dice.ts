/** A small generator of its own (mulberry32), so that a seed says everything. */
export function createDice(seed: number) {
  let state = seed

  /** A number from 0 to `sides` - 1. */
  function roll(sides: number): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % sides
  }

  return {
    roll,
    /** @param percent how often it is true */
    chance: (percent: number) => roll(1000) < percent * 10,
    pick: <T>(list: readonly T[]): T | undefined => (list.length > 0 ? list[roll(list.length)] : undefined),
    bytes: (count: number) => Uint8Array.from({ length: count }, () => roll(256)),
  }
}
export type Dice = ReturnType<typeof createDice>

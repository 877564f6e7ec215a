/** Stable over runs and versions (FNV-1a): 32 bits, unsigned. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** [S11] What one thing weighs in the sum of a scope. Odd, so that no single number of it adds up to nothing. */
export const weightOf = (entity: string, id: string): number => (hashOf(`${entity}/${id}`) | 1) >>> 0

/** [S11] What a row adds to the sum: its weight times its number, in 32 bits. */
export const termOf = (entity: string, id: string, number: number): number =>
  Math.imul(weightOf(entity, id), number) >>> 0

export interface Limit {
  /** The value must be no smaller, or no larger, than this. */
  least?: number
  most?: number
}

let short = false

/** Prints one figure as a line of JSON. A figure that falls short makes the run exit with 1. */
export function figure(name: string, value: number, unit: string, { least, most }: Limit): void {
  const ok = (least === undefined || value >= least) && (most === undefined || value <= most)
  if (!ok) short = true
  const limit = least === undefined ? `<= ${most}` : `>= ${least}`
  // Not console.log, which jest would decorate.
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, limit, ok })}\n`)
}

export const exitCode = () => (short ? 1 : 0)

/** What is going on, for who watches; figures alone go to standard output. */
export const say = (text: string) => process.stderr.write(`${text}\n`)

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
export const median = (values: number[]) => percentile(values, 0.5)

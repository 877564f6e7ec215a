import { tolerant } from '../kernel/reading'
import { need } from './need'
import { type NeedRow, needSummary, summaryParts, wholeParts } from './needRow'

/** Reads a need's row as a phone received it; `id`: what it is kept under. */
export const readNeedRow = needReader()

function needReader() {
  const [readNeed, readSummary] = [tolerant(need), tolerant(needSummary)]
  const [readWhole, readBeside] = [tolerant(wholeParts), tolerant(summaryParts)]
  return (raw: unknown, id: string): NeedRow | undefined => {
    const { full, summary } = (raw ?? {}) as { full?: unknown; summary?: unknown }
    const whole = readNeed(full)
    if (whole) return joined(raw, 'full', full, named(whole, id), readWhole(raw)?.row)
    const outline = readSummary(summary)
    return outline && joined(raw, 'summary', summary, named(outline, id), readBeside(raw)?.row)
  }
}

function named<T extends { id: string }>(
  { row, unread }: { row: T; unread: readonly string[] },
  id: string,
): T {
  if (unread.length === 0 && row.id === id) return row
  return { ...row, id, ...(unread.length > 0 ? { unread } : {}) }
}

/** The row itself where nothing of it had to be mended. */
function joined(raw: unknown, part: 'full' | 'summary', before: unknown, now: object, beside?: object) {
  return (now === before && beside === raw ? raw : { ...beside, [part]: now }) as NeedRow
}

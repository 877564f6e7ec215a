import { type Area, area } from './area/area'
import { type Lesson, lesson } from './category/guess/lesson'
import { tolerant } from './kernel/reading'
import { type Resource, resource } from './listing/resource'
import { type Service, service } from './listing/service'
import { need } from './need/need'
import { type NeedRow, needSummary, summaryParts, wholeParts } from './need/needRow'
import { type Org, org } from './org/org'
import { type Person, person } from './person/person'
import type { Entity } from './synced'

export interface RowsByEntity {
  need: NeedRow
  service: Service
  resource: Resource
  area: Area
  org: Org
  person: Person
  lesson: Lesson
}

type ReadRow<E extends Entity> = (row: unknown, id: string) => RowsByEntity[E] | undefined

function by<T extends object>(
  read: (row: unknown) => { row: T } | undefined,
  key: keyof T & string,
): (row: unknown, id: string) => T | undefined {
  return (raw, id) => {
    const row = read(raw)?.row
    return row && (row[key] === id ? row : { ...row, [key]: id })
  }
}

const READ: { [E in Entity]: ReadRow<E> } = {
  need: needReader(),
  service: by(tolerant(service), 'id'),
  resource: by(tolerant(resource), 'id'),
  area: by(tolerant(area), 'code'),
  org: by(tolerant(org), 'id'),
  person: by(tolerant(person), 'id'),
  lesson: by(tolerant(lesson), 'id'),
}

/**
 * A row as a phone has received and kept it, from whatever version of the server (`reading.ts`). What is kept stays as
 * it came: a build that knows more reads more of it.
 * @param id what it is kept under
 */
export const readRow = <E extends Entity>(entity: E, id: string, row: unknown): RowsByEntity[E] | undefined =>
  READ[entity](row, id)

function needReader(): ReadRow<'need'> {
  const [readNeed, readSummary] = [tolerant(need), tolerant(needSummary)]
  const [readWhole, readBeside] = [tolerant(wholeParts), tolerant(summaryParts)]
  return (raw, id) => {
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

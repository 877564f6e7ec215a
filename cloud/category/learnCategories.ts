import { newLearner } from 'domain/category/guess/learn'
import type { Lesson } from 'domain/category/guess/lesson'
import type { AreaCode } from 'domain/kernel/area'
import { districtScope } from 'domain/kernel/scope'
import { type Instant, plusDays } from 'domain/kernel/time'
import type { Pipeline } from '../commands/pipeline'
import type { Db, Tx } from '../db/pool'
import { commitWith, transact } from '../db/transact'
import { newChangeSet, saved } from '../sync/changeSet'
import { movedTo, publishing } from '../sync/publish'
import { type Heard, listPlaced, lockLesson, saveLesson } from './lessonRepo'

const HEARD_DAYS = 180
/** So many at a time, and no more than a server can well listen to while it serves. */
const PAGE = 500
const PAGES = 40

/**
 * Learns anew from what was placed lately how people say what they mean, and tells the phones where that is other than
 * it was. Nothing is counted beside the needs themselves: what is no longer among them is forgotten.
 * @returns how many districts learned something
 */
export async function learnCategories({ db, committed }: Pick<Pipeline, 'db' | 'committed'>, now: Instant) {
  let changed = 0
  for (const [id, learner] of await listen(db, now)) {
    const lesson = { id, taught: learner.taught() }
    const numbers = await transact(db, (tx) => keep(tx, lesson))
    if (!numbers) continue
    committed?.({ numbers, rights: [] })
    changed++
  }
  return changed
}

async function listen(db: Db, now: Instant) {
  const learners = new Map<AreaCode, ReturnType<typeof newLearner>>()
  let last: Heard | undefined
  for (let page = 0; page < PAGES; page++) {
    const heard = await listPlaced(db, plusDays(now, -HEARD_DAYS), last, PAGE)
    for (const each of heard) {
      const district = districtScope(each.communityCode)
      const learner = learners.get(district) ?? newLearner()
      learners.set(district, learner)
      learner.hear(each)
    }
    last = heard.at(-1)
    if (heard.length < PAGE) break
  }
  return learners
}

async function keep(tx: Tx, lesson: Lesson): Promise<Record<string, number> | undefined> {
  const before = await lockLesson(tx, lesson.id)
  if (same(before, lesson.taught)) return undefined
  const changeSet = newChangeSet()
  changeSet.add(saved('lesson', lesson))
  const [, moved] = await commitWith(tx, [saveLesson(lesson), ...publishing([changeSet.changes()])])
  return movedTo(moved, 1)[0]
}

/** JSON in the database does not keep the order of its keys. */
const same = (one: Lesson['taught'], other: Lesson['taught']) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([code, packed]) => other[code] === packed)

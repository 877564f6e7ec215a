import { createHash } from 'node:crypto'
import { type Actor, SYSTEM } from 'domain/kernel/actor'
import { uuid7 } from 'domain/kernel/id'
import type { Instant } from 'domain/kernel/time'
import type { Person } from 'domain/person/person'
import type { DemoFile } from './demoFile'
import { needSteps } from './demoNeeds'
import { personOf, setUpSteps } from './demoSetUp'
import type { Cast, ImportStep } from './importStep'

const SYSTEM_KEY = 'system'

/** The id of what the demo file calls `key`, in a database that was filled at `now`. */
export const demoId = (key: string, now: Instant) =>
  uuid7(Date.parse(now), createHash('sha256').update(key).digest().subarray(0, 10))

/**
 * The demo district as commands in order of time, as if people had given them then.
 * @param now the moment of the import, from which all `hoursAgo` and `inDays` count
 */
export function demoSteps(
  demo: DemoFile,
  now: Instant,
): { steps: ImportStep[]; people: Map<string, Person> } {
  const idOf = (key: string) => demoId(key, now)
  const people = new Map(demo.people.map((each) => [each.key, personOf(each, idOf)]))
  const actorOf = (key: string): Actor => {
    const found = key === SYSTEM_KEY ? SYSTEM : people.get(key)
    if (!found) throw new Error(`nobody has the key ${key}`)
    return found
  }
  const secretaryOf = (community: string): Actor => {
    const holds = (person: Person) =>
      person.grants.some((held) => held.role === 'secretary' && 'area' in held && held.area === community)
    return [...people.values()].find(holds) ?? SYSTEM
  }
  const cast: Cast = { now, idOf, actorOf, secretaryOf }
  return { steps: [...setUpSteps(demo, people, cast), ...needSteps(demo, cast)], people }
}

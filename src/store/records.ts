import type { Area } from 'domain/area/area'
import type { CategoryRow } from 'domain/category/categoryRow'
import type { Lesson } from 'domain/category/guess/lesson'
import type { CommandName } from 'domain/commands'
import type { District } from 'domain/district/district'
import type { RefusalCode } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import type { NeedAction } from 'domain/need/moves'
import type { Need, NeedEvent } from 'domain/need/need'
import type { NeedSummary } from 'domain/need/needRow'
import type { Mine } from 'domain/need/relations'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { create } from 'zustand'

/** A command of this phone that the server has not yet answered. */
export interface Waiting {
  commandId: string
  name: CommandName
  action?: NeedAction
  since: Instant
  /** Why it will probably be refused: the rules no longer allow it on what is known now. */
  doubt?: RefusalCode
  /** Set aside after repeated trouble at the server; goes on only by hand. */
  aside: boolean
}

/** A need as pages see it: what the server said, and what this phone has done since. */
export interface NeedView {
  summary: NeedSummary
  /** With the original words, answers and people where `whole`; otherwise an outline of the summary. */
  need: Need
  whole: boolean
  /** The timeline, newest last, with the lines that this phone adds. */
  events?: NeedEvent[]
  /** What this person is to it. */
  mine?: Mine
  /** Whether it stands in the list that any visitor sees. */
  listed: boolean
  waiting: Waiting[]
  /** Placed here and not yet with the server. */
  local: boolean
}

export interface Records {
  needs: Record<string, NeedView>
  services: Record<string, Service>
  resources: Record<string, Resource>
  /** By code. */
  areas: Record<string, Area>
  orgs: Record<string, Org>
  people: Record<string, Person>
  /** What corrections have taught the guess of a category; by district. */
  lessons: Record<string, Lesson>
  /** By code, as the district has them. */
  categories: Record<string, CategoryRow>
  districts: Record<string, District>
  /** Who is logged in, as the server knows them. */
  me?: Person | undefined
}

type Table = Exclude<keyof Records, 'me'>
/** By table: the rows that changed; undefined for one that is gone. */
export type RecordChanges = { [T in Table]?: Record<string, Records[T][string] | undefined> }

const NONE: Records = {
  needs: {},
  services: {},
  resources: {},
  areas: {},
  orgs: {},
  people: {},
  lessons: {},
  categories: {},
  districts: {},
}

export const useRecords = create<Records>(() => NONE)

/** Only rows named in `changes` get a new object, so that a list draws again what changed and nothing else. */
export function publishRecords(changes: RecordChanges): void {
  useRecords.setState((state) => {
    const next: Partial<Records> = {}
    for (const table of Object.keys(changes) as Table[]) {
      Object.assign(next, { [table]: changed<unknown>(state[table], changes[table] ?? {}) })
    }
    return next
  })
}

function changed<T>(rows: Record<string, T>, changes: Record<string, T | undefined>): Record<string, T> {
  const next = { ...rows }
  for (const [id, row] of Object.entries(changes)) {
    if (row === undefined) delete next[id]
    else next[id] = row
  }
  return next
}

export const publishMe = (me: Person | undefined) => useRecords.setState({ me })

/** Somebody else looks at this phone now. */
export const clearRecords = () => useRecords.setState({ ...NONE, me: undefined }, true)

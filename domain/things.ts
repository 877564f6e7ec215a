import { areaCommands, areaThing } from './area/area'
import { categoryCommands, categoryThing } from './category/categoryRow'
import { lessonThing } from './category/guess/lesson'
import { districtCommands, districtThing } from './district/district'
import type { SharedThing } from './kernel/thing'
import { listingCommands } from './listing/commands'
import { resourceThing, serviceThing } from './listing/listed'
import { needCommands } from './need/commands'
import { readNeedRow } from './need/readNeedRow'
import { orgCommands, orgThing } from './org/org'
import { personCommands, personThing } from './person/person'

/** Things whose row everybody reads alike. */
const shared = {
  service: serviceThing,
  resource: resourceThing,
  area: areaThing,
  org: orgThing,
  person: personThing,
  lesson: lessonThing,
  category: categoryThing,
  district: districtThing,
}

/** Whatever stands in feeds. Of a need alone audiences read different things (`need/audience.ts`). */
export const THINGS = { need: { read: readNeedRow }, ...shared }

/** Every command. */
export const COMMANDS = {
  ...needCommands,
  ...listingCommands,
  ...areaCommands,
  ...orgCommands,
  ...personCommands,
  ...categoryCommands,
  ...districtCommands,
}

export type Entity = keyof typeof THINGS
export const ENTITIES = Object.keys(THINGS) as Entity[]

export type RowsByEntity = { [E in Entity]: NonNullable<ReturnType<(typeof THINGS)[E]['read']>> }

export type SharedEntity = keyof typeof shared
export const SHARED: { [E in SharedEntity]: SharedThing<RowsByEntity[E]> } = shared

/**
 * A row as a phone has received and kept it, from whatever version of the server (`kernel/reading.ts`). What is kept
 * stays as it came: a build that knows more reads more of it.
 * @param id what it is kept under
 */
export const readRow = <E extends Entity>(entity: E, id: string, row: unknown) =>
  THINGS[entity].read(row, id) as RowsByEntity[E] | undefined

import type { NeedKind } from 'domain/category/category'
import type { Grant } from 'domain/kernel/actor'
import type { Assignment, Need } from 'domain/need/need'
import type { OrgKind } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import type { Generated, JSONColumnType } from 'kysely'

type Json<T extends object | null> = JSONColumnType<T>

/** `needs` has a column for every field of a need but its assignments, which have a table of their own. */
interface NeedTable {
  communityCode: string
  id: string
  version: number
  gridCode: string | null
  number: string | null
  kind: NeedKind
  categoryCode: string
  status: Need['status']
  serviceId: string | null
  requesterId: string
  placedById: string
  mergedIntoId: string | null
  placedAt: string
  finishBy: string
  servedAt: string | null
}

interface AssignmentTable {
  communityCode: string
  needId: string
  position: number
  slot: number
  personId: string
  active: boolean
  outcome: Assignment['outcome'] | null
}

interface EventTable {
  communityCode: string
  needId: string
  version: number
  id: string
  action: string
}

interface ContactTable {
  communityCode: string
  needId: string
  sealed: Buffer
  wrappedKey: Buffer
  phoneHash: Buffer | null
}

interface AuditTable {
  communityCode: string
  number: number
  at: string
  actorId: string
  action: string
  subjectId: string
  previousHash: Buffer
  hash: Buffer
}

interface CommandTable {
  actorId: string
  id: string
  name: string
  argsHash: Buffer
  device: string | null
  seq: number | null
  at: string
  answer: Json<object | null>
}

interface ServiceTable {
  communityCode: string
  id: string
  version: number
  orgId: string
  categoryCode: string
  title: string
  description: string
  scheduleText: string
  listed: boolean
  revision: string | null
}

interface SessionTable {
  communityCode: string
  id: string
  serviceId: string
  startsAt: string
  endsAt: string
  capacity: number
  reserved: number
  booked: Generated<number>
}

interface ResourceTable {
  communityCode: string
  id: string
  version: number
  ownerName: string
  categoryCode: string
  title: string
  description: string
  quantity: number
  unit: string
  openText: string
  listed: boolean
  revision: string | null
}

export interface PersonTable {
  id: string
  displayName: string
  grants: Json<Grant[]>
  homeGrid: string
  orgId: string | null
  skills: string[]
  availability: Json<Person['availability']>
  capacity: number
  revision: string | null
}

/** camelCase here, snake_case in the database: the pool's plugin maps them. */
export interface Tables {
  instance: { only: Generated<boolean>; epoch: Generated<string>; demo: Generated<boolean> }
  migrations: { name: string; appliedAt: Generated<string> }
  areas: {
    code: string
    name: string
    households: number | null
    phone: string | null
    revision: string | null
  }
  orgs: { id: string; name: string; kind: OrgKind; areaCodes: string[]; revision: string | null }
  people: PersonTable
  demoIdentities: { key: string; personId: string }
  tokens: { hash: Buffer; personId: string; expiresAt: string }
  needs: NeedTable
  assignments: AssignmentTable
  events: EventTable
  needNumbers: { communityCode: string; day: string; last: number }
  contacts: ContactTable
  audit: AuditTable
  commands: CommandTable
  services: ServiceTable
  sessions: SessionTable
  resources: ResourceTable
  scopes: {
    scope: string
    number: number
    count: Generated<number>
    sum: Generated<number>
    compacted: Generated<number>
  }
  feed: {
    scope: string
    number: number
    entity: string
    id: string
    row: string | null
    goneAt: string | null
  }
  lessons: { areaCode: string; taught: Json<Record<string, string>> }
  movedTogether: { scope: string; number: number; scopes: string[]; movedAt: Generated<string> }
}

import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import type { Entity } from 'domain/synced'
import type { World } from '@/sync/contract'
import { type ReadRow, rowOf } from './held'
import type { Entry, Listed } from './view'

const versionOf = (row: unknown) => (row as { version?: number } | undefined)?.version ?? 0

/** Services, resources, areas, orgs, people: the newest that a scope shows, with what was saved here over it. */
export function replaySaves(
  entity: Entity,
  held: ReadRow<Entity>[],
  entries: Entry[],
  world: World,
): Listed | undefined {
  let row: Listed | undefined
  for (const each of held) if (!row || versionOf(each.row) > versionOf(row)) row = each.row as Listed
  for (const { command } of entries) {
    const { id: revision } = command
    if (command.name === 'service.save')
      row = { ...savedService(command.args, row as Service | undefined, world), revision }
    else if (command.name === 'resource.save')
      row = { ...saidIn(command.args), version: versionOf(row) + 1, revision } as Resource
    else if (command.name.startsWith(`${entity}.`)) row = { ...saidIn(command.args), revision } as Listed
  }
  return row
}

/** A row does not say what the form was made of that it came from. */
function saidIn<Args extends object>(args: Args): Omit<Args, 'seen'> {
  const { seen: _, booked: __, ...said } = args as Args & { seen?: unknown; booked?: unknown }
  return said as Omit<Args, 'seen'>
}

/** Places ordered are the server's to count; they stay as they were. */
function savedService(
  args: Omit<Service, 'version' | 'orgName' | 'sessions'> & {
    sessions: Omit<Service['sessions'][number], 'booked'>[]
  },
  before: Service | undefined,
  { held }: World,
): Service {
  const org = rowOf(held, 'org', args.orgId)
  return {
    ...saidIn(args),
    version: versionOf(before) + 1,
    orgName: org?.name ?? before?.orgName ?? '',
    sessions: args.sessions.map((session) => ({
      ...session,
      booked: before?.sessions.find((each) => each.id === session.id)?.booked ?? 0,
    })),
  }
}

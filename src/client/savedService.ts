import type { Service } from 'domain/listing/service'
import type { World } from '@/sync/contract'
import { rowOf } from './held'

type Said = Omit<Service, 'version' | 'revision' | 'orgName' | 'sessions'> & {
  sessions: Omit<Service['sessions'][number], 'booked'>[]
}

/** Places ordered are the server's to count; they stay as they were. */
export const savedService = (said: Said, before: Service | undefined, { held }: World): Service => ({
  ...said,
  version: (before?.version ?? 0) + 1,
  orgName: rowOf(held, 'org', said.orgId)?.name ?? before?.orgName ?? '',
  sessions: said.sessions.map((session) => ({
    ...session,
    booked: before?.sessions.find((each) => each.id === session.id)?.booked ?? 0,
  })),
})

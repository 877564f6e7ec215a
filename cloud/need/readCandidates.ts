import { CANDIDATES_MOST, type CandidatesAnswer } from 'domain/api'
import type { Actor } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { viewFor } from 'domain/need/audience'
import { candidatesOf } from 'domain/need/candidates'
import { WHO } from 'domain/need/rules'
import type { Db } from '../db/pool'
import { readAround } from './candidateRepo'
import { findNeed } from './needRepo'

/**
 * Whom a need can be offered to by name, for who dispatches it: the ranking of a secretary's phone, over what stands
 * with the community's staff.
 * @throws Refused notFound, notAllowed
 */
export async function readCandidates(
  db: Db,
  id: string,
  actor: Actor,
  now: Instant,
): Promise<CandidatesAnswer> {
  const found = await findNeed(db, id)
  if (!found || !viewFor(found.need, actor, now)) throw new Refused('notFound')
  const { need } = found
  const code = WHO.dispatcher(need, actor)
  if (code) throw new Refused(code)
  const { people, teams } = candidatesOf(need, await readAround(db, need.communityCode), now)
  return {
    people: people.slice(0, CANDIDATES_MOST).map(({ helper, match: { reasons } }) => ({
      helper: {
        id: helper.id,
        displayName: helper.displayName,
        grants: helper.grants,
        skills: helper.skills,
      },
      match: { reasons },
    })),
    teams: teams.slice(0, CANDIDATES_MOST).map(({ org: { id: orgId, name, kind }, members, able }) => ({
      org: { id: orgId, name, kind },
      members,
      able,
    })),
    all: { people: people.length, teams: teams.length },
  }
}

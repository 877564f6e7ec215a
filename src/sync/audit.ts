import type { Checksum } from 'domain/kernel/protocol'
import type { Scope } from './contract'
import type { Applied, Replica } from './replica'

/** As many as one request may tell. */
const MOST_TOLD = 100

/**
 * [S11] Compares the replica with the server's checksums. A scope that differs is refetched and reported once; one
 * that still differs right after that is reported and left alone for this run, so that nothing loops.
 */
export function createAudit(replica: Replica) {
  const leftAlone = new Set<Scope>()
  let untold: Scope[] = []

  /** After a pull has ended. @returns whether some scope must be refetched now */
  function compare(checksums: Record<Scope, Checksum>, { refetched }: Applied): boolean {
    let again = false
    for (const [scope, checksum] of Object.entries(checksums)) {
      if (leftAlone.has(scope) || replica.isRefetching(scope) || replica.agrees(scope, checksum)) continue
      untold = [...untold, scope].slice(0, MOST_TOLD)
      if (refetched.has(scope)) leftAlone.add(scope)
      else {
        replica.refetch(scope)
        again = true
      }
    }
    return again
  }

  return {
    compare,
    untold: () => untold,
    told(scopes: Scope[]) {
      untold = untold.filter((scope) => !scopes.includes(scope))
    },
  }
}

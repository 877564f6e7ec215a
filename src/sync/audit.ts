import type { Checksum } from 'domain/kernel/protocol'
import type { Scope } from './contract'
import type { Applied, Holdings } from './pull'

/** As many as one request may tell. */
const MOST_TOLD = 100

/**
 * [S11] Whether this phone holds what the server says it must hold. A scope that differs is taken anew, and told
 * to the server once; one that still differs when it has just come is told and left alone for this run, so that
 * nothing goes round in circles.
 */
export function createAudit(holdings: Holdings) {
  const leftAlone = new Set<Scope>()
  let untold: Scope[] = []

  /** Once a pull has ended. @returns whether some scope is to be asked for anew now */
  function compare(checksums: Record<Scope, Checksum>, { anew }: Applied): boolean {
    let again = false
    for (const [scope, checksum] of Object.entries(checksums)) {
      if (leftAlone.has(scope) || holdings.askedAnew(scope) || holdings.agrees(scope, checksum)) continue
      untold = [...untold, scope].slice(0, MOST_TOLD)
      if (anew.has(scope)) leftAlone.add(scope)
      else {
        holdings.askAnew(scope)
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

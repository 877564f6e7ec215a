import type { SimDatabase } from './database'
import type { Gate } from './gate'
import type { Ground } from './ground'
import type { Phone } from './phone'
import type { SimServer } from './server'

/** Everything of one run. */
export interface World extends Ground {
  database: SimDatabase
  gate: Gate
  phones: Phone[]
  /** Undefined while it is down. */
  server: () => SimServer | undefined
  startServer: () => Promise<void>
  /** It ends, after what is under way or in the middle of it. */
  endServer: (how: 'stops' | 'dies') => Promise<void>
  restoreBackup: () => Promise<void>
  /** It dies after so many statements more. */
  dieSoon: (statements: number) => void
}

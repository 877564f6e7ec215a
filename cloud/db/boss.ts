import PgBoss from 'pg-boss'
import { type Db, poolOf } from './pool'

/** pg-boss keeps its tables apart from ours. */
const SCHEMA = 'jobs'

type Options = Omit<PgBoss.ConstructorOptions, 'db' | 'schema'>

export interface Boss {
  boss: PgBoss
  /** From now on a statement that fails is reported, and its caller goes on without an answer. */
  forgive: () => void
}

/** pg-boss over our pool. */
export function openBoss(db: Db, options: Options, onError: (error: unknown) => void): Boss {
  let forgiving = false
  const executeSql = async (text: string, values?: unknown[]) => {
    try {
      return await poolOf(db).query(text, values)
    } catch (error) {
      if (!forgiving) throw error
      // Version 10 does not wait for what it writes after a job: a rejection there would end the process. It reads
      // no answer as nothing done, and does it again.
      onError(error)
      return undefined as never
    }
  }
  const boss = new PgBoss({ ...options, db: { executeSql }, schema: SCHEMA })
  boss.on('error', onError)
  return {
    boss,
    forgive: () => {
      forgiving = true
    },
  }
}

/** Brings the tables of pg-boss to its version. */
export async function migrateBoss(db: Db) {
  const { boss } = openBoss(db, { supervise: false, schedule: false }, () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}

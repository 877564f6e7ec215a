import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { SYSTEM } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import type { Instant } from 'domain/kernel/time'
import { openCatalogues } from '../category/catalogues'
import { executeIn, type SentCommand } from '../commands/execute'
import type { Pipeline } from '../commands/pipeline'
import type { Vault } from '../contact/vault'
import type { Db, Tx } from '../db/pool'
import { markAsDemo } from '../postgres/instance'
import { HANDLERS } from '../things'
import { readAreas } from './areas'
import { lineOf, readDemo } from './demoFile'
import { demoSteps } from './demoSteps'
import { ImportError } from './importError'
import { isImported, nameIdentities, statusOfNeed } from './importRepo'
import type { ImportStep } from './importStep'
import { readText } from './readText'

export interface ImportSources {
  /** The area table, as CSV. */
  areas: string
  /** The demo district, as JSON; left out for a real one. */
  demo?: string | undefined
}

/** What stands in the folder `cloud/data`. @throws ImportError where a file cannot be read as text */
export const sourcesIn = (folder: string, withDemo: boolean): ImportSources => ({
  areas: readText(path.join(folder, 'areas.csv')),
  demo: withDemo ? readText(path.join(folder, 'demo.json')) : undefined,
})

type Progress = (done: number, of: number) => void

/**
 * Fills an empty database through the same commands and rules as everything else, in one transaction: a
 * record that breaks a rule leaves nothing behind.
 * @returns false where the database had been filled before
 * @throws ImportError with the file, the lines and the reasons
 */
export async function importAll(
  db: Db,
  vault: Vault,
  sources: ImportSources,
  { now, progress = () => {} }: { now: Instant; progress?: Progress },
): Promise<boolean> {
  if (await isImported(db)) return false
  const areas = areaSteps(sources.areas, now)
  const demo = sources.demo === undefined ? undefined : demoSteps(readDemo(sources.demo), now)
  const means = { vault, catalogues: openCatalogues(), handlers: HANDLERS }
  const total = areas.length + (demo?.steps.length ?? 0)

  await db.transaction().execute(async (tx) => {
    let done = 0
    const take = async (step: ImportStep, fail: (reason: string) => never) => {
      await perform(tx, means, step, fail)
      progress(++done, total)
    }
    for (const { step, line } of areas)
      await take(step, (reason) => {
        throw new ImportError('areas.csv', [{ line, reason }])
      })
    if (!demo || sources.demo === undefined) return
    const text = sources.demo
    for (const step of demo.steps)
      await take(step, (reason) => {
        const line = lineOf(text, step.record)
        throw new ImportError('demo.json', [{ line, reason: `${step.record}: ${reason}` }])
      })
    await nameIdentities(
      tx,
      [...demo.people].map(([key, { id }]) => ({ key, personId: id })),
    )
    await markAsDemo(tx)
  })
  return true
}

const areaSteps = (csv: string, at: Instant): { step: ImportStep; line: number }[] =>
  readAreas(csv).map(({ area, line }) => ({
    step: { name: 'area.save', args: area, actor: SYSTEM, at, record: area.code },
    line,
  }))

async function perform(
  tx: Tx,
  means: Pick<Pipeline, 'vault' | 'catalogues' | 'handlers'>,
  step: ImportStep,
  fail: (reason: string) => never,
) {
  const { name, args, actor, at, record, expects } = step
  const command: SentCommand = { id: randomUUID(), name, args, at }
  try {
    await executeIn(tx, means, command, actor, { now: at })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    fail(`${name}${'action' in args ? ` ${args.action}` : ''} was refused: ${error.message}`)
  }
  if (!expects) return
  const status = await statusOfNeed(tx, expects.needId)
  if (status !== expects.status) fail(`${record} ends ${status}, the file says ${expects.status}`)
}

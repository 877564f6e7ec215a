import { type CommandsByName, tellsPersonalData } from 'domain/commands'
import { REFUSALS, type RefusalCode } from 'domain/kernel/refusal'
import { COMMANDS } from 'domain/things'
import type { SyncOptions } from '@/sync/contract'

/** [S14] The server checks the same; here it is checked before anything is kept. */
export const checkArgs: SyncOptions<unknown, CommandsByName>['check'] = (name, said) => {
  const { success, data } = COMMANDS[name].args.safeParse(said)
  if (!success) return { code: 'badRequest' }
  const args = data as typeof said
  return tellsPersonalData(name, args) ? { code: 'personalData' } : { args }
}

/** The sentence for a code of this phone's own. */
export const wordsFor = (code: string): string => REFUSALS[code as RefusalCode].text

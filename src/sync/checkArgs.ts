import { COMMANDS, tellsPersonalData } from 'domain/commands'
import type { SyncOptions } from './contract'

/** [S14] The server checks the same; here it is checked before anything is kept. */
export const checkArgs: SyncOptions<unknown>['check'] = (name, said) => {
  const { success, data } = COMMANDS[name].args.safeParse(said)
  if (!success) return { code: 'badRequest' }
  const args = data as typeof said
  return tellsPersonalData(name, args) ? { code: 'personalData' } : { args }
}

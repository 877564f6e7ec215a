import { createHash } from 'node:crypto'
import { type CommandArgs, type CommandName, tellsPersonalData } from 'domain/commands'
import { Refused } from 'domain/kernel/refusal'
import { COMMANDS } from 'domain/things'

/** NUL and lone halves of a surrogate pair, as JSON.stringify writes them: free text has been cleaned of them. */
const unstorable = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f])/

/** No command has arguments of as many levels; far more would be too much for the stack of whatever walks them. */
const DEEPEST = 20

export function isTooDeep(said: unknown): boolean {
  let level = [said]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((each) => (each && typeof each === 'object' ? Object.values(each) : []))
  }
  return false
}

/** @throws Refused badRequest, personalData */
export function checkArgs<N extends CommandName>(name: N, said: unknown): CommandArgs<N> {
  const { success, data, error } = COMMANDS[name].args.safeParse(said)
  if (!success) throw new Refused('badRequest', error.issues[0]?.path.join('.'))
  const args = data as CommandArgs<N>
  if (unstorable.test(JSON.stringify(args))) throw new Refused('badRequest')
  if (tellsPersonalData(name, args)) throw new Refused('personalData')
  return args
}

/** Tells a repeat from another command under the same id; the arguments themselves are not kept. */
export const hashArgs = (name: CommandName, said: unknown) =>
  createHash('sha256')
    .update(JSON.stringify([name, said]))
    .digest()

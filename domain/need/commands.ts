import { command } from '../kernel/command'
import { moveArgs } from './moves'
import { placeArgs } from './place'

export const needCommands = {
  'need.place': command(placeArgs, (args) => [
    args.title,
    args.words,
    args.whenText,
    args.alias,
    args.placedFor?.alias,
    args.placedFor?.relation,
    ...Object.entries(args.answers).flat().map(String),
  ]),
  'need.move': command(moveArgs, (args) => [args.note, 'publicText' in args ? args.publicText : undefined]),
}

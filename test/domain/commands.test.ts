import { COMMAND_NAMES, tellsPersonalData } from 'domain/commands'
import { COMMANDS } from 'domain/things'
import { FULL, type Leaf, leavesOf } from '../support/commandTexts'

const LEAVES = COMMAND_NAMES.flatMap((name) => FULL[name].flatMap((args) => leavesOf(name, args)))
const parse = ({ name }: Leaf, args: unknown) => COMMANDS[name].args.safeParse(args)

test('each command is taken as it stands here', () => {
  for (const name of COMMAND_NAMES)
    for (const args of FULL[name])
      expect([name, COMMANDS[name].args.safeParse(args).error]).toEqual([name, undefined])
})

test('wherever people may write a number of somebody it is found, but where it belongs', () => {
  const through = LEAVES.filter((leaf) => {
    const { success, data } = parse(
      leaf,
      leaf.saying(() => '13800138000'),
    )
    return success && !tellsPersonalData(leaf.name, data as never)
  })
  expect([...new Set(through.map(({ path }) => path))]).toEqual([
    'categoryCode',
    'contact.name',
    'contact.phone',
    'contact.address',
    'phone',
  ])
})

test('no half of a pair, no NUL and no sign that turns what follows gets through', () => {
  for (const leaf of LEAVES) {
    const { success, data } = parse(
      leaf,
      leaf.saying((was) => `\ud83d\u202e${was}\0\udc4d`),
    )
    if (!success) continue
    if (leaf.path === 'categoryCode') continue // looked up, and nowhere kept
    expect([leaf.name, leaf.path, JSON.stringify(data)]).toEqual([
      leaf.name,
      leaf.path,
      expect.not.stringMatching(/\\u(?:0000|d[89a-f])|\u202e/),
    ])
  }
})

test('what nobody sees stands for nothing where something must be said', () => {
  const required = [
    'words',
    'title',
    'description',
    'name',
    'displayName',
    'publicText',
    'ownerName',
    'unit',
    'openText',
    'scheduleText',
    'note',
  ]
  for (const leaf of LEAVES.filter(({ path }) => required.includes(path)))
    for (const said of ['\u3164', '\u200b', '\u2800', '\u0301'])
      expect([
        leaf.name,
        leaf.path,
        parse(
          leaf,
          leaf.saying(() => said),
        ).success,
      ]).toEqual([leaf.name, leaf.path, false])
})

test('an emoji at the 23rd place halves nothing, and limits count what a reader counts', () => {
  const [place] = FULL['need.place']
  const saying = (words: string) => COMMANDS['need.place'].args.safeParse({ ...place, words })
  expect(saying('👨‍👩‍👧‍👦'.repeat(500)).success).toBe(true)
  expect(saying('👨‍👩‍👧‍👦'.repeat(501)).success).toBe(false)
  expect(saying('𰻝'.repeat(500)).success).toBe(true)
})

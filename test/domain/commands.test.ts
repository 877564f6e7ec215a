import { COMMAND_NAMES, COMMANDS, type CommandName, tellsPersonalData } from 'domain/commands'
import { aService, community, idOf } from '../support/builders'

/** One of each, with every free text that it can carry. */
const FULL: Record<CommandName, object[]> = {
  'need.place': [
    {
      id: idOf('n', 1),
      kind: 'help',
      categoryCode: 'help-power',
      communityCode: community,
      title: '灯不亮',
      words: '客厅灯不亮了',
      answers: { what: '灯不亮' },
      whenText: '今天下午',
      urgency: 'normal',
      alias: '黄伯',
      placedFor: { alias: '黄伯', relation: '邻居', knows: true },
      contact: { name: '黄大文', phone: '13800138000', address: '3栋502' },
      consent: true,
    },
  ],
  'need.move': [
    ...(
      ['claim', 'decline', 'finish', 'rate', 'reopen', 'reject', 'withdraw', 'add', 'escalate'] as const
    ).map((action) => ({
      needId: idOf('n', 1),
      action,
      note: '写一句',
      ...(action === 'rate' ? { score: 4 } : {}),
    })),
    {
      needId: idOf('n', 1),
      action: 'dispatch',
      note: '写一句',
      publicText: '一位居民想请人修灯',
      offer: { areaCode: community, personIds: [], orgIds: [] },
    },
  ],
  'service.save': [(({ version: _, orgName: __, ...service }) => ({ ...service, sessions: [] }))(aService())],
  'resource.save': [
    {
      id: idOf('r', 1),
      communityCode: community,
      ownerName: '党群驿站',
      categoryCode: 'resource-tool',
      title: '梯子',
      description: '三米长',
      quantity: 2,
      unit: '把',
      openText: '白天都在',
      listed: true,
    },
  ],
  'area.save': [{ code: community, name: '东城社区', phone: '0662-6612345' }],
  'org.save': [{ id: idOf('o', 1), name: '供电所', kind: 'unit', areaCodes: [community] }],
  'person.save': [
    {
      id: idOf('p', 1),
      displayName: '黄伯',
      grants: [],
      homeGrid: `${community}001`,
      skills: ['修灯'],
      availability: [],
      capacity: 2,
    },
  ],
}

interface Leaf {
  name: CommandName
  path: string
  /** The same arguments with another text there. */
  saying: (said: (was: string) => string) => unknown
}

function leavesOf(name: CommandName, args: object): Leaf[] {
  const paths: string[][] = []
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'string') paths.push(path)
    else if (value && typeof value === 'object')
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key])
  }
  walk(args, [])
  return paths.map((path) => ({
    name,
    path: path.join('.'),
    saying(said) {
      const copy = structuredClone(args)
      let parent = copy as Record<string, never>
      for (const key of path.slice(0, -1)) parent = parent[key] as never
      const last = path.at(-1) as string
      parent[last] = said(parent[last] as never) as never
      return copy
    },
  }))
}

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

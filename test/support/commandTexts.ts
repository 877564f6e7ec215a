import type { CommandName } from 'domain/commands'
import { aService, community, idOf } from './builders'

/** One of each, with every free text that it can carry. */
export const FULL: Record<CommandName, object[]> = {
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
  'category.save': [
    {
      districtCode: community.slice(0, 6),
      code: 'help-pets',
      kind: 'help',
      name: '宠物照看',
      group: '家里的事',
      icon: 'dots',
      skills: ['company'],
      questions: [{ key: 'what', label: '什么宠物', type: 'choice', options: ['猫', '狗'], required: true }],
      respondWithinMin: 60,
      finishWithinMin: 1440,
      finishByUrgency: { low: 2880, high: 600 },
      rateWithinDays: 3,
      reopenWithinDays: 7,
      headcountDefault: 1,
      photo: 'never',
      visibility: 'public',
      sensitive: false,
      examples: ['出门两天猫没人喂'],
      listed: true,
    },
  ],
  'district.save': [
    {
      id: community.slice(0, 6),
      name: '阳东先锋',
      skills: [{ code: 'electric', name: '电工' }],
      holidays: [{ date: '2027-01-01', name: '元旦', working: false }],
    },
  ],
}

/** A text somewhere in the arguments of a command. */
export interface Leaf {
  name: CommandName
  path: string
  /** The same arguments with another text there. */
  saying: (said: (was: string) => string) => unknown
}

export function leavesOf(name: CommandName, args: object): Leaf[] {
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

import { NEED_KINDS } from 'domain/category/category'
import { ROLES } from 'domain/kernel/actor'
import { areaCode, communityCode, gridCode } from 'domain/kernel/area'
import { NEED_STATUSES } from 'domain/need/status'
import { ORG_KINDS } from 'domain/org/org'
import * as z from 'zod'
import { ImportError } from './importError'

const key = z.string().min(1)
const time = z.string().regex(/^\d\d:\d\d$/)
const hours = z.array(z.object({ weekday: z.int().min(1).max(7), from: time, to: time }))

const demoPerson = z.object({
  key,
  displayName: z.string(),
  roles: z.array(z.object({ role: z.enum(ROLES), area: areaCode })),
  orgKey: key.optional(),
  skills: z.array(z.string()),
  availability: hours,
  homeGrid: gridCode,
  capacity: z.int(),
})
export type DemoPerson = z.infer<typeof demoPerson>

const demoEvent = z.object({
  action: z.string(),
  byKey: key,
  /** Hours before the moment of the import. */
  hoursAgo: z.number().min(0),
  note: z.string(),
})
export type DemoEvent = z.infer<typeof demoEvent>

const demoNeed = z.object({
  key,
  title: z.string(),
  description: z.string(),
  category: z.string(),
  kind: z.enum(NEED_KINDS),
  gridCode,
  urgency: z.enum(['low', 'normal', 'high']),
  status: z.enum(NEED_STATUSES),
  headcount: z.int(),
  requesterKey: key,
  assigneeKeys: z.array(key),
  placedFor: z
    .object({ alias: z.string(), relation: z.string(), consent: z.boolean(), byKey: key })
    .optional(),
  alias: z.string().optional(),
  publicText: z.string().optional(),
  mergedInto: key.optional(),
  rating: z.object({ score: z.int(), note: z.string() }).optional(),
  events: z.array(demoEvent).min(1),
})
export type DemoNeed = z.infer<typeof demoNeed>

const demoFile = z.object({
  meta: z.object({ district: areaCode }),
  communities: z.array(z.object({ code: communityCode, name: z.string(), phone: z.string() })),
  grids: z.array(z.object({ code: gridCode, name: z.string(), households: z.int() })),
  orgs: z.array(z.object({ key, name: z.string(), kind: z.enum(ORG_KINDS), areas: z.array(areaCode) })),
  people: z.array(demoPerson),
  needs: z.array(demoNeed),
  services: z.array(
    z.object({
      key,
      title: z.string(),
      description: z.string(),
      category: z.string(),
      orgKey: key,
      communityCode,
      schedule: z.string(),
      sessions: z.array(z.object({ inDays: z.int(), from: time, to: time, booked: z.int() })),
      capacity: z.int(),
    }),
  ),
  resources: z.array(
    z.object({
      key,
      title: z.string(),
      description: z.string(),
      category: z.string(),
      ownerKey: key,
      communityCode,
      quantity: z.int(),
      unit: z.string(),
      openText: z.string(),
    }),
  ),
})
export type DemoFile = z.infer<typeof demoFile>

/** The line on which a record begins: that of its key, or of its code for a grid. */
export function lineOf(text: string, record: string): number {
  const at = Math.max(text.indexOf(`"key": "${record}"`), text.indexOf(`"code": "${record}"`))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

/**
 * Reads the demo district.
 * @throws ImportError with every record that does not have the shape above
 */
export function readDemo(text: string): DemoFile {
  const raw = parsedJson(text)
  const parsed = demoFile.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const record = recordAt(raw, path)
    return { line: lineOf(text, record?.key ?? record?.code ?? ''), reason: `${path.join('.')}: ${message}` }
  })
  throw new ImportError('demo.json', problems)
}

type Lists = Record<PropertyKey, Record<PropertyKey, { key?: string; code?: string } | undefined> | undefined>

/** The record that a problem is in: the nth of a list. */
const recordAt = (raw: unknown, [list = '', index = '']: PropertyKey[]) =>
  (raw as Lists | null)?.[list]?.[index]

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length
    throw new ImportError('demo.json', [{ line, reason: '不是完整的 JSON：这里前后少了或多了符号' }])
  }
}

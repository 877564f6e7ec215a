import { ROLES } from 'domain/actor'
import { areaCode, communityCode, gridCode } from 'domain/area'
import { NEED_KINDS } from 'domain/category'
import { NEED_STATUSES } from 'domain/need'
import { ORG_KINDS } from 'domain/org'
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
 * @throws ImportError where a record does not have the shape above
 */
export function readDemo(text: string): DemoFile {
  const parsed = demoFile.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const [list, index] = issue?.path ?? []
  const raw = JSON.parse(text)[list ?? '']?.[index ?? '']
  const line = lineOf(text, raw?.key ?? raw?.code ?? '')
  throw new ImportError('demo.json', line, `${issue?.path.join('.')}: ${issue?.message}`)
}

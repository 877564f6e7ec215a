import { candidatesAnswer, figuresAnswer, needPage, revealAnswer } from 'domain/api'
import { NEED_KINDS } from 'domain/category/category'
import { gridCode } from 'domain/kernel/area'
import { id } from 'domain/kernel/text'
import { needRow } from 'domain/need/needRow'
import { NEED_STATUSES, OPEN_STATUSES } from 'domain/need/status'
import * as z from 'zod'
import type { App, Context } from '../kernel/context'
import { pageQuery, pageText } from '../kernel/paging'
import { requireActor } from '../login/auth'
import { countStaffNeeds } from './figuresRepo'
import { type After, listPublicNeeds, listStaffNeeds, type NeedFilter } from './pageRepo'
import { readCandidates } from './readCandidates'
import { areasToStaff, readNeed } from './readNeeds'
import { revealContact } from './revealContact'

/** `<moment>,<id>` of the last row of the page before. */
const after = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): After => ({ at: text.slice(0, 24), id: text.slice(25) }))
const keyOf = ({ at, id }: After) => `${at},${id}`

const needQuery = pageQuery.extend({
  status: z.enum(NEED_STATUSES).optional(),
  kind: z.enum(NEED_KINDS).optional(),
  category: z
    .string()
    .max(40)
    .regex(/^[a-zA-Z0-9-]+$/)
    .optional(),
  grid: z.optional(gridCode),
  after: after.optional(),
})

const filterOf = ({ kind, category, grid, q, status }: z.infer<typeof needQuery>): NeedFilter => ({
  kind,
  category,
  grid,
  q,
  statuses: status ? [status] : undefined,
})

const byId = { params: z.object({ id }) }

export function needRoutes(app: App, context: Context) {
  const { db, config } = context

  app.get(
    '/api/needs',
    { schema: { summary: '需求清单', querystring: needQuery, response: { 200: needPage } } },
    async ({ query }, reply) => {
      const area = query.area ?? config.district
      const rows = await listPublicNeeds(db, area, filterOf(query), query.after, query.limit + 1)
      return reply.type('application/json').send(pageText(rows, query.limit, keyOf) as never)
    },
  )

  app.get(
    '/api/staff/needs',
    { schema: { summary: '待办，按期限', querystring: needQuery, response: { 200: needPage } } },
    async (request, reply) => {
      const { query } = request
      const areas = areasToStaff(requireActor(request), query.area)
      const filter = filterOf(query)
      const statuses = filter.statuses ?? OPEN_STATUSES
      const rows = await listStaffNeeds(db, areas, { ...filter, statuses }, query.after, query.limit + 1)
      reply.header('cache-control', 'no-store')
      return reply.type('application/json').send(pageText(rows, query.limit, keyOf) as never)
    },
  )

  app.get(
    '/api/staff/figures',
    {
      schema: {
        summary: '待办的各项数字，按社区',
        querystring: pageQuery.pick({ area: true }),
        response: { 200: figuresAnswer },
      },
    },
    async (request, reply) => {
      const areas = areasToStaff(requireActor(request), request.query.area)
      const at = context.now()
      reply.header('cache-control', 'no-store')
      return { at, areas: await countStaffNeeds(db, areas, OPEN_STATUSES, at) }
    },
  )

  app.get(
    '/api/needs/:id',
    { schema: { summary: '一条需求', ...byId, response: { 200: needRow } } },
    async ({ params, actor }) => readNeed(db, params.id, actor, context.now()),
  )

  app.get(
    '/api/needs/:id/candidates',
    { schema: { summary: '推荐派给谁', ...byId, response: { 200: candidatesAnswer } } },
    async (request, reply) => {
      const actor = requireActor(request)
      reply.header('cache-control', 'no-store')
      return readCandidates(db, request.params.id, actor, context.now())
    },
  )

  app.post(
    '/api/needs/:id/reveal',
    { schema: { summary: '查看联系方式（留痕）', ...byId, response: { 200: revealAnswer } } },
    async (request, reply) => {
      const actor = requireActor(request)
      const contact = await revealContact(context, request.params.id, actor, context.now())
      reply.header('cache-control', 'no-store')
      return { contact: contact ?? null }
    },
  )
}

import { resourcePage, servicePage } from 'domain/api'
import { id } from 'domain/kernel/text'
import * as z from 'zod'
import type { App, Context } from '../kernel/context'
import { pageQuery, pageText } from '../kernel/paging'
import { listListed } from './pageRepo'

const listQuery = pageQuery.extend({
  category: z
    .string()
    .max(40)
    .regex(/^[a-zA-Z0-9-]+$/)
    .optional(),
  /** The id of the last row of the page before. */
  after: z.optional(id),
})

export function listRoutes(app: App, { db, config }: Context) {
  const lists = [
    { list: 'services', summary: '服务清单', page: servicePage },
    { list: 'resources', summary: '资源清单', page: resourcePage },
  ] as const
  for (const { list, summary, page } of lists) {
    app.get(
      `/api/${list}`,
      { schema: { summary, querystring: listQuery, response: { 200: page } } },
      async ({ query }, reply) => {
        const { area = config.district, limit } = query
        const rows = await listListed(db, list, area, query, query.after, limit + 1)
        return reply.type('application/json').send(pageText(rows, limit, (row) => row.id) as never)
      },
    )
  }
}

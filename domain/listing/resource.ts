import * as z from 'zod/mini'
import { communityCode } from '../kernel/area'
import { revision } from '../kernel/revision'
import { count, id, words } from '../kernel/text'

/** 资源清单: a venue, a thing, a talent, a vehicle or a fund that can be lent or asked for. */
export const resource = z.object({
  id,
  version: z.int(),
  revision,
  communityCode,
  ownerName: words(40),
  categoryCode: z.string().check(z.maxLength(40)),
  title: words(40),
  description: words(500),
  quantity: count(100_000),
  unit: words(8),
  openText: words(60),
  listed: z.boolean(),
})
export type Resource = z.infer<typeof resource>

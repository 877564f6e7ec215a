import * as z from 'zod/mini'
import { areaCode } from '../../kernel/area'
import { districtScope } from '../../kernel/scope'
import { shared } from '../../kernel/thing'

/** What a district's corrections have taught, as phones get it: by category code, in the form of the model. */
export const lesson = z.object({
  /** The district's code. */
  id: areaCode,
  taught: z.record(z.string(), z.string()),
})
export type Lesson = z.infer<typeof lesson>

/** What a district's corrections have taught is for every phone in it. */
export const lessonThing = shared(lesson, ({ id }) => [districtScope(id)], 'id')

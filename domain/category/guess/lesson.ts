import * as z from 'zod/mini'
import { areaCode } from '../../kernel/area'

/** What a district's corrections have taught, as phones get it: by category code, in the form of the model. */
export const lesson = z.object({
  /** The district's code. */
  id: areaCode,
  taught: z.record(z.string(), z.string()),
})
export type Lesson = z.infer<typeof lesson>

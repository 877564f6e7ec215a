import * as z from 'zod/mini'
import { skill } from '../category/category'
import { type AreaCode, areaCode, contains } from '../kernel/area'
import { command } from '../kernel/command'
import { revision, seenRevision } from '../kernel/revision'
import { districtScope } from '../kernel/scope'
import { words } from '../kernel/text'
import { shared } from '../kernel/thing'

/** A day that is no working day, or (`working`, 调休) one that is although it is a weekend's. */
const holiday = z.object({
  date: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  name: words(20),
  working: z.boolean(),
})

/** What a district says of itself, for all of its phones. */
const district = z.object({
  id: areaCode,
  /** Of the app, as its pages show it. */
  name: words(20),
  skills: z.array(skill).check(z.maxLength(200)),
  holidays: z.array(holiday).check(z.maxLength(400)),
  revision,
})
export type District = z.infer<typeof district>

export const districtThing = shared(district, ({ id }) => [districtScope(id)], 'id')

/** Whether a code names a district itself, and nothing below it. */
export const isDistrict = (code: AreaCode) => contains(code, districtScope(code))

export const districtCommands = {
  'district.save': command(
    z.strictObject({ ...z.omit(district, { revision: true }).shape, seen: seenRevision }),
    ({ name, skills, holidays }) => [name, ...[...skills, ...holidays].map((each) => each.name)],
  ),
}

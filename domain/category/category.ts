import * as z from 'zod/mini'
import { UNKNOWN, type Unknown } from '../kernel/reading'
import { anyText, words } from '../kernel/text'
import { type Instant, plusMinutes } from '../kernel/time'
import data from './categories.json'

export const NEED_KINDS = ['wish', 'help', 'report', 'idea', 'service'] as const
export type NeedKind = (typeof NEED_KINDS)[number]
/** Of a row; unknown only where it was read (`reading.ts`). */
export const needKind = z.enum(NEED_KINDS) as z.ZodMiniType<NeedKind | Unknown>
export const KIND_NAMES: Record<NeedKind | Unknown, string> = {
  wish: '微心愿',
  help: '求助',
  report: '问题上报',
  idea: '建议',
  service: '点服务',
  unknown: '其他',
}

const CATEGORY_KINDS = [...NEED_KINDS, 'training', 'resource'] as const

export const URGENCIES = ['low', 'normal', 'high'] as const
export type Urgency = (typeof URGENCIES)[number]
/** Of a row; unknown only where it was read (`reading.ts`). */
export const urgency = z.enum(URGENCIES) as z.ZodMiniType<Urgency | Unknown>

/** What the form asks; one of a type that this build does not know is not asked. */
const question = z.object({
  key: z.string().check(z.regex(/^[a-z]\w{0,19}$/i)),
  label: words(20),
  type: z.literal(['choice', 'bool', 'text', 'number']),
  options: z.optional(z.array(words(20)).check(z.maxLength(20))),
  required: z.boolean(),
})
export type Question = z.infer<typeof question>

/** The kind comes first in the code: by it a phone draws what it does not know. */
const categoryCode = z.string().check(z.regex(/^[a-z]+(-[a-z0-9]+)+$/), z.maxLength(40))
const skillCode = z.string().check(z.regex(/^[a-z]{1,40}$/i))
export const skill = z.object({ code: skillCode, name: words(20) })
export type Skill = z.infer<typeof skill>

const minutes = z.int().check(z.gte(1), z.lte(366 * 24 * 60))
const days = z.int().check(z.gte(1), z.lte(366))

export const category = z.object({
  code: categoryCode,
  /** Needs are wish, help, report, idea; a listed service or training is ordered as a need of kind `service`. */
  kind: z.enum(CATEGORY_KINDS) as z.ZodMiniType<(typeof CATEGORY_KINDS)[number] | Unknown>,
  name: words(20),
  group: words(20),
  icon: z.string().check(z.regex(/^([a-z]+(-[a-z0-9]+)*)?$/), z.maxLength(40)),
  skills: z.array(skillCode).check(z.maxLength(20)),
  questions: z.array(question).check(z.maxLength(20)),
  respondWithinMin: minutes,
  /** Also where nobody has said how urgent it is. */
  finishWithinMin: minutes,
  /** Where it depends on how urgent it is. */
  finishByUrgency: z.optional(z.object({ low: minutes, high: minutes })),
  rateWithinDays: days,
  reopenWithinDays: days,
  headcountDefault: z.int().check(z.gte(1), z.lte(20)),
  photo: z.literal(['never', 'optional', 'asked']),
  /** `staff`: only those it is offered to ever see it. What cannot be read counts as the first of these. */
  visibility: z.literal(['staff', 'public']),
  /** The public sees the category and what staff wrote for it, nothing else. */
  sensitive: z.boolean(),
  examples: z.array(words(60)).check(z.maxLength(30)),
  /** false: taken off. It can no longer be picked; what was placed in it stays. */
  listed: z.optional(z.boolean()),
})
/** As the file beside this one has them, or a row of the district. */
export type Category = z.infer<typeof category>

/** What a need keeps of its category, as it was when it was placed: a change is for what is placed from then on. */
export const terms = z.pick(category, {
  name: true,
  group: true,
  icon: true,
  skills: true,
  respondWithinMin: true,
  finishWithinMin: true,
  finishByUrgency: true,
  rateWithinDays: true,
  reopenWithinDays: true,
  visibility: true,
  sensitive: true,
})
export type Terms = z.infer<typeof terms>
const TERMS = Object.keys(terms._zod.def.shape) as (keyof Terms)[]

export const CATEGORIES = data.categories as readonly Category[]
export const SKILLS: readonly Skill[] = data.skills

/** 网格事件: the six fixed types; each is a `group` of the categories of kind `report`. */
export const EVENT_TYPES: readonly { name: string; icon: string }[] = data.eventTypes

/** Categories by their codes. */
export type Catalogue = ReadonlyMap<string, Category>
const CATALOGUE: Catalogue = new Map(CATEGORIES.map((each) => [each.code, each]))

/** The file's, as a district has them; behind them those that only the district has. */
export function catalogueWith(rows: Readonly<Record<string, Category>>): Catalogue {
  const added = Object.values(rows)
    .filter(({ code }) => !CATALOGUE.has(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const all = [...CATEGORIES.map((each) => rows[each.code] ?? each), ...added]
  return new Map(all.map((each) => [each.code, each]))
}

const OTHER = '其他'

export const findCategory = (code: string, catalogue = CATALOGUE) => catalogue.get(code)
/** Several that nobody here knows are one 其他. */
export const skillNamesOf = (codes: readonly string[], skills: readonly Skill[]): string[] => [
  ...new Set(codes.map((code) => skills.find((skill) => skill.code === code)?.name ?? OTHER)),
]

/**
 * The category of a row, also of one that this build does not know: then it is 其他 of the kind that its code begins
 * with, asks nothing, and is shown to nobody who may not read all of it.
 */
export const categoryOf = (code: string, catalogue = CATALOGUE): Category =>
  findCategory(code, catalogue) ?? unknownCategory(code, catalogue)

function unknownCategory(code: string, catalogue: Catalogue): Category {
  const prefix = code.split('-', 1)[0]
  const kind = CATEGORY_KINDS.find((each) => each === prefix) ?? UNKNOWN
  return {
    ...PLAIN,
    ...catalogue.get(`${kind}-other`),
    code,
    kind,
    name: OTHER,
    group: OTHER,
    icon: '',
    skills: [],
    questions: [],
    visibility: 'staff',
    sensitive: true,
    examples: [],
  }
}

/** What a need in a category keeps: nothing where that is what every phone has in its file. */
export function termsKept(of: Category): Terms | undefined {
  const filed = findCategory(of.code)
  const same = filed && TERMS.every((term) => JSON.stringify(of[term]) === JSON.stringify(filed[term]))
  return same ? undefined : (Object.fromEntries(TERMS.map((term) => [term, of[term]])) as Terms)
}

/** The terms under which something was placed. */
export const termsOf = ({
  terms,
  categoryCode,
}: {
  terms?: Terms | undefined
  categoryCode: string
}): Terms => terms ?? categoryOf(categoryCode)

/** What a category promises where not even its kind is known. */
const PLAIN = {
  respondWithinMin: 24 * 60,
  finishWithinMin: 3 * 24 * 60,
  rateWithinDays: 3,
  reopenWithinDays: 7,
  headcountDefault: 1,
  photo: 'never',
} as const

/** Those of a kind that can be picked, 其他 last. */
export function categoriesOf(kind: Category['kind'], catalogue = CATALOGUE): Category[] {
  const offered = [...catalogue.values()].filter((each) => each.kind === kind && each.listed !== false)
  return [...offered.filter((each) => !isCatchAll(each)), ...offered.filter(isCatchAll)]
}

/** Minutes. */
export const finishWithin = (
  { finishWithinMin, finishByUrgency }: Pick<Terms, 'finishWithinMin' | 'finishByUrgency'>,
  urgency: Urgency | Unknown,
): number =>
  (urgency === 'low' || urgency === 'high' ? finishByUrgency?.[urgency] : undefined) ?? finishWithinMin

/** 其他: where none of a kind fits. Listed services have none. */
export const catchAllOf = (kind: Category['kind'], catalogue = CATALOGUE) =>
  findCategory(`${kind}-other`, catalogue)
export const isCatchAll = ({ code, kind }: Category) => code === `${kind}-other`

/** What the community promises from this moment on. */
export const deadlinesFrom = (from: Instant, of: Terms, urgency: Urgency | Unknown) => ({
  respondBy: plusMinutes(from, of.respondWithinMin),
  finishBy: plusMinutes(from, finishWithin(of, urgency)),
})

export const answer = z.union([anyText(100), z.int(), z.boolean()])
export type Answer = z.infer<typeof answer>

/** Required questions still without an answer: asked on the form, and once more after it was sent. */
export const unanswered = (of: Category, answers: Record<string, Answer>): Question[] =>
  of.questions.filter(({ key, required }) => required && (answers[key] === undefined || answers[key] === ''))

/**
 * Questions whose answer is not one of their kind. A missing answer is none of the server's business: the
 * questions may have changed while the command waited offline, and no need is lost over that.
 */
export const wrongAnswers = (of: Category, answers: Record<string, Answer>): Question[] =>
  of.questions.filter(({ key, type, options }) => {
    const given = answers[key]
    if (given === undefined || given === '') return false
    if (type === 'bool') return typeof given !== 'boolean'
    if (type === 'number') return typeof given !== 'number'
    return typeof given !== 'string' || (type === 'choice' && !options?.includes(given))
  })

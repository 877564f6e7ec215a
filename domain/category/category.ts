import * as z from 'zod/mini'
import { UNKNOWN, type Unknown } from '../kernel/reading'
import { anyText } from '../kernel/text'
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

export interface Question {
  key: string
  label: string
  type: 'choice' | 'bool' | 'text' | 'number'
  options?: string[] | undefined
  required: boolean
}

/** As the file beside this one has them; a test checks each, so that no phone does at every start. */
export interface Category {
  code: string
  /** Needs are wish, help, report, idea; a listed service or training is ordered as a need of kind `service`. */
  kind: (typeof CATEGORY_KINDS)[number] | Unknown
  name: string
  group: string
  icon: string
  skills: string[]
  questions: Question[]
  respondWithinMin: number
  /** Also where nobody has said how urgent it is. */
  finishWithinMin: number
  /** Where it depends on how urgent it is. */
  finishByUrgency?: { low: number; high: number } | undefined
  rateWithinDays: number
  reopenWithinDays: number
  headcountDefault: number
  photo: 'never' | 'optional' | 'asked'
  /** `staff`: only those it is offered to ever see it. */
  visibility: 'public' | 'staff'
  /** The public sees the category and what staff wrote for it, nothing else. */
  sensitive: boolean
  examples: string[]
}

export const CATEGORIES = data.categories as readonly Category[]
export const SKILLS: readonly { code: string; name: string }[] = data.skills

/** 网格事件: the six fixed types; each is a `group` of the categories of kind `report`. */
export const EVENT_TYPES: readonly { name: string; icon: string }[] = data.eventTypes

/** Categories by their codes. */
export type Catalogue = ReadonlyMap<string, Category>
const CATALOGUE: Catalogue = new Map(CATEGORIES.map((each) => [each.code, each]))
const skillNames = new Map(SKILLS.map((skill) => [skill.code, skill.name]))

const OTHER = '其他'

export const findCategory = (code: string, catalogue = CATALOGUE) => catalogue.get(code)
/** Several that nobody here knows are one 其他. */
export const skillNamesOf = (codes: readonly string[]): string[] => [
  ...new Set(codes.map((code) => skillNames.get(code) ?? OTHER)),
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

/** What a category promises where not even its kind is known. */
const PLAIN = {
  respondWithinMin: 24 * 60,
  finishWithinMin: 3 * 24 * 60,
  rateWithinDays: 3,
  reopenWithinDays: 7,
  headcountDefault: 1,
  photo: 'never',
} as const

export const categoriesOf = (kind: Category['kind']) => CATEGORIES.filter((each) => each.kind === kind)

/** Minutes. */
export const finishWithin = (
  { finishWithinMin, finishByUrgency }: Category,
  urgency: Urgency | Unknown,
): number =>
  (urgency === 'low' || urgency === 'high' ? finishByUrgency?.[urgency] : undefined) ?? finishWithinMin

/** 其他: where none of a kind fits. Listed services have none. */
export const catchAllOf = (kind: Category['kind']) => findCategory(`${kind}-other`)

/** What the community promises from this moment on. */
export const deadlinesFrom = (from: Instant, code: string, urgency: Urgency | Unknown) => ({
  respondBy: plusMinutes(from, categoryOf(code).respondWithinMin),
  finishBy: plusMinutes(from, finishWithin(categoryOf(code), urgency)),
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

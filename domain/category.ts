import * as z from 'zod/mini'
import data from './categories.json'
import { anyText } from './text'
import type { Instant } from './time'
import { plusMinutes } from './time'

export const NEED_KINDS = ['wish', 'help', 'report', 'idea', 'service'] as const
export type NeedKind = (typeof NEED_KINDS)[number]
export const KIND_NAMES: Record<NeedKind, string> = {
  wish: '微心愿',
  help: '求助',
  report: '问题上报',
  idea: '建议',
  service: '点服务',
}

export const URGENCIES = ['low', 'normal', 'high'] as const
export type Urgency = (typeof URGENCIES)[number]

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
  kind: NeedKind | 'training' | 'resource'
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

const byCode = new Map(CATEGORIES.map((each) => [each.code, each]))
const skillNames = new Map(SKILLS.map((skill) => [skill.code, skill.name]))

export const findCategory = (code: string) => byCode.get(code)
export const skillName = (code: string) => skillNames.get(code) ?? code

/** The category of a row that was checked when it was made. @throws RangeError for an unknown code */
export function categoryOf(code: string): Category {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`unknown category ${code}`)
  return found
}

export const categoriesOf = (kind: Category['kind']) => CATEGORIES.filter((each) => each.kind === kind)

/** Minutes. */
export const finishWithin = ({ finishWithinMin, finishByUrgency }: Category, urgency: Urgency): number =>
  urgency === 'normal' ? finishWithinMin : (finishByUrgency?.[urgency] ?? finishWithinMin)

/** 其他: where none of a kind fits. Listed services have none. */
export const catchAllOf = (kind: Category['kind']) => findCategory(`${kind}-other`)

/** What the community promises from this moment on. */
export const deadlinesFrom = (from: Instant, code: string, urgency: Urgency) => ({
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

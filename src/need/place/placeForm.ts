import { type Answer, type Category, type NeedKind, unanswered, wrongAnswers } from 'domain/category/category'
import { guessAnswers } from 'domain/category/guess/answers'
import { guess, type Model, namedIn } from 'domain/category/guess/guess'
import { homeOf } from 'domain/kernel/actor'
import { type AreaCode, contains } from 'domain/kernel/area'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { phone as phoneSchema, plainPhone } from 'domain/kernel/phone'
import { cleaned } from 'domain/kernel/text'
import type { Instant } from 'domain/kernel/time'
import { type Service, seatsLeft, spanOf, upcoming } from 'domain/listing/service'
import type { PlaceArgs } from 'domain/need/place'
import type { Person } from 'domain/person/person'
import { SOON } from '@/format/when'
import { catchAllOf, categoriesOf, findCategory } from '@/store/catalogue'
import type { Own, PlaceDraft } from '@/store/drafts'
import { orderWords } from '../view/needStory'

/** What stands on the form: the draft, with what is most likely where nothing was chosen yet. */
export type PlaceForm = PlaceDraft & {
  kind: NeedKind
  /** How the category came there: chosen; guessed from the words; or asked for, with the likeliest to choose from. */
  found?: Found | undefined
}
export type Found = { by: 'choice' | 'guess' } | { by: 'asking'; likely: readonly Category[] }
/** By field, such as `words` or `answer-what`. */
export type PlaceErrors = Record<string, string>

/** The kinds that words alone can be of. */
const SPOKEN: readonly NeedKind[] = ['help', 'wish', 'report', 'idea']

/**
 * @param own how this person was reached last time
 * @param taught what corrections have taught the guess
 */
export function placeForm(
  draft: PlaceDraft,
  me: Person | undefined,
  looked: AreaCode | undefined,
  own: Own = {},
  taught: Model = {},
): PlaceForm {
  const { category, found } = categoryOfDraft(draft, taught)
  const kind = draft.kind ?? (category?.kind as NeedKind | undefined) ?? 'help'
  return {
    ...draft,
    kind,
    categoryCode: category?.code,
    found,
    answers: answersOf(draft, category),
    contact: draft.contact ?? ownContact(own, kind, draft.placedFor !== undefined),
    ...placeOf(draft, me, looked, own),
  }
}

/** A draft may be old: a time that has passed is picked anew, as is a sitting that is over or full by now. */
export function stillOpen(form: PlaceForm, service: Service | undefined, now: Instant): PlaceForm {
  const { whenSpan, sessionId } = form
  const past = whenSpan !== undefined && whenSpan.to <= now
  const sittings = service && upcoming(service, now).filter((each) => seatsLeft(each) > 0)
  const closed = sittings !== undefined && !sittings.some(({ id }) => id === sessionId)
  return {
    ...form,
    ...(past && { whenText: undefined, whenSpan: undefined }),
    ...(closed && { sessionId: undefined }),
  }
}

/** The chosen one, otherwise what the words sound like, otherwise 其他 until one of the likely ones is chosen. */
function categoryOfDraft(
  { categoryCode, kind, words = '' }: PlaceDraft,
  taught: Model,
): { category?: Category | undefined; found?: Found } {
  const chosen = categoryCode ? findCategory(categoryCode) : undefined
  // One that was taken off meanwhile is chosen anew.
  if (categoryCode && chosen?.listed !== false) return { category: chosen, found: { by: 'choice' } }
  if (kind === 'service' || !filled(words)) return {}
  const { category, likely } = guess(words, (kind ? [kind] : SPOKEN).flatMap(categoriesOf), taught)
  if (category) return { category, found: { by: 'guess' } }
  const named = namedIn(likely)
  const found: Found | undefined = named.length > 0 ? { by: 'asking', likely: named } : undefined
  return { category: catchAllOf(kind ?? 'help'), ...(found && { found }) }
}

/** Reads the model before anybody types: the first keystroke is then as quick as the others. */
export const readyToGuess = (): void => void guess('請', SPOKEN.flatMap(categoriesOf))

/** Between which categories people are asked to choose. */
export const askedOf = ({ found }: PlaceForm): readonly Category[] =>
  found?.by === 'asking' ? found.likely : []

/** 清单上怎么称呼 is asked once the category is settled, and stays once something was written there. */
export const asksAlias = (form: PlaceForm): boolean =>
  categoryOfForm(form)?.sensitive === true && (askedOf(form).length === 0 || form.alias !== undefined)

function placeOf(draft: PlaceDraft, me: Person | undefined, looked: AreaCode | undefined, own: Own) {
  const known = draft.communityCode ? draft : own
  // Somebody who chose a community and no grid in it does not know the grid.
  if (known.communityCode) return { communityCode: known.communityCode, gridCode: known.gridCode }
  const communityCode = me ? homeOf(me) : looked
  const gridCode = me && communityCode && contains(communityCode, me.homeGrid) ? me.homeGrid : undefined
  return { communityCode, gridCode }
}

/** One's own, never another's; and nobody's door is where a problem is. */
function ownContact(own: Own, kind: NeedKind, forAnother: boolean) {
  if (forAnother || !own.contact) return undefined
  return kind === 'report' || kind === 'idea' ? { phone: own.contact.phone } : own.contact
}

/** Only answers to what this category asks, and those that the words hold already. */
function answersOf({ answers = {}, words = '' }: PlaceDraft, category: Category | undefined) {
  if (!category) return {}
  const given: Record<string, Answer> = { ...guessAnswers(words, category), ...answers }
  const wrong = wrongAnswers(category, given).map(({ key }) => key)
  return Object.fromEntries(
    category.questions.flatMap(({ key }) => {
      const answer = given[key]
      return answer === undefined || answer === '' || wrong.includes(key) ? [] : [[key, answer]]
    }),
  )
}

export const categoryOfForm = ({ categoryCode }: PlaceForm): Category | undefined =>
  categoryCode ? findCategory(categoryCode) : undefined

const filled = (text: string | undefined) => cleaned(text ?? '') || undefined

export const PRIVATE = '这里有电话、证件号、车牌或账号，为了您的安全不会送出。去掉号码就能送'

/** The free words on the form, by field. */
export function textsOf(form: PlaceForm): Record<string, string> {
  const texts: Record<string, unknown> = {
    words: form.words,
    when: form.whenText,
    alias: form.alias,
    who: form.placedFor?.alias,
    relation: form.placedFor?.relation,
  }
  for (const [key, given] of Object.entries(form.answers ?? {})) texts[`answer-${key}`] = given
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text ? [[field, String(text)]] : [])),
  )
}

/** Whether only the numbers stand between these words and the server. */
export const holdsNumbers = (form: PlaceForm) => Object.values(textsOf(form)).some(holdsPersonalData)

/** Numbers in words that others will read. Said at once, not only at the end. */
const personalData = (form: PlaceForm): PlaceErrors =>
  Object.fromEntries(
    Object.entries(textsOf(form)).flatMap(([field, text]) =>
      holdsPersonalData(text) ? [[field, PRIVATE]] : [],
    ),
  )

/** As much as stands around a number that comes from the phone's contacts. */
export const PASTED = 40
export const isPhone = (phone: string) => phoneSchema.safeParse(phone).success
export const phoneOf = ({ contact }: PlaceForm) => {
  const phone = plainPhone(contact?.phone ?? '')
  return phone || undefined
}

/** What a category must know before anybody goes there. */
export function missingAnswers(form: PlaceForm): PlaceErrors {
  const category = categoryOfForm(form)
  const open = category ? unanswered(category, form.answers ?? {}) : []
  return Object.fromEntries(
    open.map(({ key, type }) => [
      `answer-${key}`,
      type === 'choice' || type === 'bool' ? '请选一项' : '请填一下',
    ]),
  )
}

function missing(form: PlaceForm, consent: boolean): PlaceErrors {
  const errors: PlaceErrors = {}
  const ordered = form.kind === 'service'
  if (ordered && !form.sessionId) errors.session = '请选一场'
  if (!ordered && !filled(form.words)) errors.words = '说一句想请人办的事就行'
  if (!form.communityCode) errors.where = '请选社区，才知道由谁来办'
  if (form.placedFor && !filled(form.placedFor.alias)) errors.who = '请写怎么称呼对方，比如：黄伯'
  if (form.placedFor && !filled(form.placedFor.relation)) errors.relation = '请选对方是您的什么人'
  if (form.placedFor && !form.placedFor.knows)
    errors.knows =
      form.placedFor.knows === undefined ? '请选一项' : '请先跟对方说一声，说好了再选“知道，也同意”'
  const phone = phoneOf(form)
  if (phone && !isPhone(phone)) errors.phone = '号码好像不对。手机是 11 位，座机前面要加区号'
  if (!consent) errors.consent = '请先勾选同意，再提交'
  return errors
}

/** @param tried whether somebody has tapped 提交: before that nobody is told what is still missing */
export const placeErrors = (form: PlaceForm, consent: boolean, tried: boolean): PlaceErrors => ({
  ...(tried ? missing(form, consent) : {}),
  ...personalData(form),
})

const ORDER = ['category', 'session', 'words', 'answer', 'alias', 'when', 'where', 'who', 'relation', 'phone']
const rank = (field: string) => {
  const at = ORDER.indexOf(field.split('-')[0] ?? field)
  return at < 0 ? ORDER.length : at
}

/** The highest on the page. */
export const firstOf = (errors: PlaceErrors): string | undefined =>
  Object.keys(errors).sort((a, b) => rank(a) - rank(b))[0]

/** @param service the listed one that is ordered: its title is said where there is nothing to add */
export function placeArgsOf(form: PlaceForm, id: string, service: Service | undefined): PlaceArgs {
  const ordered = service?.title
  const session = service?.sessions.find((each) => each.id === form.sessionId)
  const category = categoryOfForm(form)
  const { placedFor, contact: reach = {} } = form
  const timed = form.kind === 'help' || form.kind === 'wish'
  return {
    id,
    kind: form.kind,
    categoryCode: form.categoryCode ?? '',
    communityCode: form.communityCode ?? '',
    gridCode: form.gridCode,
    title: ordered,
    words: filled(form.words) ?? (ordered ? orderWords(ordered) : ''),
    answers: form.answers ?? {},
    whenText: timed ? filled(form.whenText) : undefined,
    whenSpan: session ? spanOf(session) : timed && filled(form.whenText) ? form.whenSpan : undefined,
    urgency: timed && form.whenText === SOON ? 'high' : 'normal',
    alias: category?.sensitive ? filled(form.alias) : undefined,
    placedFor: placedFor && {
      alias: filled(placedFor.alias) ?? '',
      relation: filled(placedFor.relation) ?? '',
      knows: placedFor.knows === true,
      personId: placedFor.personId,
    },
    contact: { phone: phoneOf(form), address: filled(reach.address) },
    consent: true,
    serviceId: form.serviceId,
    sessionId: form.sessionId,
  }
}

import { uuid7 } from 'domain/kernel/id'
import { cleaned } from 'domain/kernel/text'
import type { PlaceArgs } from 'domain/need/place'
import { create } from 'zustand'
import type { Platform, Storage } from '@/platform/port'
import { setIfRoom } from '@/platform/setIfRoom'

type Fields = Omit<PlaceArgs, 'id' | 'consent' | 'placedFor'>
/** 代点单, as far as it was said. `knows`: whether the other knows of it, once that was answered. */
export type HelpedDraft = {
  [Field in keyof NonNullable<PlaceArgs['placedFor']>]?:
    | NonNullable<PlaceArgs['placedFor']>[Field]
    | undefined
}
/** What somebody has written so far on the form 点单. `consent` is ticked anew each time, so it is never kept. */
export type PlaceDraft = { [Field in keyof Fields]?: Fields[Field] | undefined } & {
  /** Of the need, and of the command, that it becomes: sent twice, from two windows or after a kill, it is one. [S3] */
  id?: string | undefined
  placedFor?: HelpedDraft | undefined
  /** Which question stands on the screen where there is one at a time (长辈版). */
  step?: string | undefined
}

/** The same on the form 网格事件; `spot`: where it is, in words. */
export type EventDraft = PlaceDraft & { spot?: string | undefined }

/** How somebody is reached, as they last said it for themselves: nobody types it twice. */
export type Own = Pick<PlaceDraft, 'contact' | 'communityCode' | 'gridCode'>

export interface Drafts {
  place: PlaceDraft
  event: EventDraft
  own: Own
  /** Forms of the desk as they stand, each under a name of its own. */
  forms: { [name: string]: object }
  /** The command that each of them becomes. */
  formIds: { [name: string]: string }
  /** Written before and put aside for the one in front; they come back one by one, the newest first. */
  aside: PlaceDraft[]
  /** Grows when another order comes to the front. */
  begun: number
}

type Kept = Pick<Drafts, 'place' | 'event' | 'own' | 'forms' | 'formIds' | 'aside'>
type Keeper = Pick<Storage, 'get' | 'set' | 'remove'>
type Hears = Pick<Platform['windows'], 'onStored'>

const NOTHING: Kept = { place: {}, event: {}, own: {}, forms: {}, formIds: {}, aside: [] }
const MOST_ASIDE = 5
const keyOf = (personId: string | undefined) => (personId ? `xf/${personId}/draft` : 'xf/draft')

let keeper: Keeper | undefined
let randomBytes: Platform['randomBytes'] | undefined
/** Whose draft it is; undefined: a guest's. */
let writer: string | undefined

export const useDrafts = create<Drafts>(() => ({ ...NOTHING, begun: 0 }))

/**
 * Reads what a guest wrote in an earlier run; from then on every change is kept. What another window writes stands
 * here too: what it has sent, this one does not bring back.
 */
export function keepDraftsIn(
  storage: Keeper,
  { windows, randomBytes: bytes }: Partial<Pick<Platform, 'randomBytes'> & { windows: Hears }> = {},
): void {
  keeper = storage
  writer = undefined
  randomBytes = bytes
  useDrafts.setState(read(undefined))
  windows?.onStored((key) => {
    if (key === keyOf(writer)) useDrafts.setState(read(writer))
  })
}

/**
 * Somebody else looks at this phone. What a guest has written goes on as theirs, in front of what they had
 * written before; otherwise each finds their own, and nobody another's.
 */
export function draftsOf(personId: string | undefined): void {
  if (personId === writer) return
  const guest = writer === undefined ? current() : NOTHING
  const theirs = read(personId)
  if (personId && writer === undefined) remove(undefined)
  writer = personId
  const own = Object.keys(theirs.own).length > 0 ? theirs.own : guest.own
  const kept = isBegun(guest.place) ? inFront(theirs, guest.place) : theirs
  change({ ...kept, own })
}

/** Called at every keystroke. */
export const writePlaceDraft = (changes: PlaceDraft): void =>
  change({ place: named({ ...useDrafts.getState().place, ...changes }) })

/** Another order comes to the front; what was being written waits for its turn. */
export function beginPlaceDraft(place: PlaceDraft): void {
  change(inFront(current(), named(place)))
  useDrafts.setState(({ begun }) => ({ begun: begun + 1 }))
}

/** After it was sent: what was put aside for it comes back. @param id of the one that was sent, where it has one */
export function clearPlaceDraft(id?: string): void {
  const { place: front, aside: others } = useDrafts.getState()
  if (id !== undefined && front.id !== id) return // gone already
  const [place = {}, ...aside] = others
  change({ place, aside })
}

/** What has become a command is no draft any more: the app was killed in between, or another window has sent it. */
export function dropSentDrafts(isSent: (id: string) => boolean): void {
  const { place, event, aside, formIds } = current()
  const sent = ({ id }: { id?: string | undefined }) => id !== undefined && isSent(id)
  if (aside.some(sent)) change({ aside: aside.filter((each) => !sent(each)) })
  if (sent(place)) clearPlaceDraft()
  if (sent(event)) clearEventDraft()
  for (const [name, id] of Object.entries(formIds)) if (sent({ id })) clearForm(name)
}

export const rememberOwn = (own: Own): void => change({ own })

export const writeEventDraft = (changes: EventDraft): void =>
  change({ event: named({ ...useDrafts.getState().event, ...changes }) })

/** After it was sent: who walks a grid stays in it. */
export function clearEventDraft(): void {
  const { communityCode, gridCode } = useDrafts.getState().event
  change({ event: communityCode ? { communityCode, gridCode } : {} })
}

export function writeForm(name: string, form: object): void {
  const { forms, formIds } = useDrafts.getState()
  const id = formIds[name] ?? newId()
  change({ forms: { ...forms, [name]: form }, ...(id && { formIds: { ...formIds, [name]: id } }) })
}

export function clearForm(name: string): void {
  const { forms, formIds } = useDrafts.getState()
  const { [name]: _, ...others } = forms
  const { [name]: __, ...otherIds } = formIds
  change({ forms: others, formIds: otherIds })
}

const newId = () => randomBytes && uuid7(Date.now(), randomBytes(10))
const named = <Draft extends { id?: string | undefined }>(draft: Draft): Draft => ({
  ...draft,
  id: draft.id ?? newId(),
})

/** Whether there is anything in it that somebody would miss. */
const isBegun = ({ words, placedFor, serviceId }: PlaceDraft) =>
  !!cleaned(words ?? '') || !!placedFor?.alias || serviceId !== undefined

/** What a guest wrote may have come over from another window already. */
const isSame = (one: PlaceDraft, other: PlaceDraft) => one.id !== undefined && one.id === other.id

const inFront = ({ place: before, aside, ...kept }: Kept, place: PlaceDraft): Kept => ({
  ...kept,
  place,
  aside: isBegun(before) && !isSame(before, place) ? [before, ...aside].slice(0, MOST_ASIDE) : aside,
})

function current(): Kept {
  const { place, event, own, forms, formIds, aside } = useDrafts.getState()
  return { place, event, own, forms, formIds, aside }
}

function change(changes: Partial<Kept>) {
  useDrafts.setState(changes)
  keep()
}

/** Nothing where it was torn while being written. */
function read(personId: string | undefined): Kept {
  const text = keeper?.get(keyOf(personId))
  if (!text) return NOTHING
  try {
    return { ...NOTHING, ...(JSON.parse(text) as Partial<Kept>) }
  } catch {
    return NOTHING
  }
}

const remove = (personId: string | undefined) => keeper?.remove(keyOf(personId))

/** On a phone that is full the draft stands on the form, as long as the app is open. */
function keep() {
  const kept = current()
  const empty = Object.values(kept).every((each) => Object.keys(each).length === 0)
  if (empty) remove(writer)
  else if (keeper) setIfRoom(keeper, keyOf(writer), JSON.stringify(kept))
}

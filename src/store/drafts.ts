import type { PlaceArgs } from 'domain/place'
import { cleaned } from 'domain/text'
import { create } from 'zustand'
import type { Storage } from '@/platform/port'
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
  /** Written before and put aside for the one in front; they come back one by one, the newest first. */
  aside: PlaceDraft[]
  /** Grows when another order comes to the front. */
  begun: number
}

type Kept = Pick<Drafts, 'place' | 'event' | 'own' | 'forms' | 'aside'>
type Keeper = Pick<Storage, 'get' | 'set' | 'remove'>

const NOTHING: Kept = { place: {}, event: {}, own: {}, forms: {}, aside: [] }
const MOST_ASIDE = 5
const keyOf = (personId: string | undefined) => (personId ? `xf/${personId}/draft` : 'xf/draft')

let keeper: Keeper | undefined
/** Whose draft it is; undefined: a guest's. */
let writer: string | undefined

export const useDrafts = create<Drafts>(() => ({ ...NOTHING, begun: 0 }))

/** Reads what a guest wrote in an earlier run; from then on every change is kept. */
export function keepDraftsIn(storage: Keeper): void {
  keeper = storage
  writer = undefined
  useDrafts.setState(read(undefined))
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
  change({ place: { ...useDrafts.getState().place, ...changes } })

/** Another order comes to the front; what was being written waits for its turn. */
export function beginPlaceDraft(place: PlaceDraft): void {
  change(inFront(current(), place))
  useDrafts.setState(({ begun }) => ({ begun: begun + 1 }))
}

/** After it was sent: what was put aside for it comes back. */
export function clearPlaceDraft(): void {
  const [place = {}, ...aside] = useDrafts.getState().aside
  change({ place, aside })
}

export const rememberOwn = (own: Own): void => change({ own })

export const writeEventDraft = (changes: EventDraft): void =>
  change({ event: { ...useDrafts.getState().event, ...changes } })
export const clearEventDraft = (): void => change({ event: {} })

export const writeForm = (name: string, form: object): void =>
  change({ forms: { ...useDrafts.getState().forms, [name]: form } })

export function clearForm(name: string): void {
  const { [name]: _, ...forms } = useDrafts.getState().forms
  change({ forms })
}

/** Whether there is anything in it that somebody would miss. */
const isBegun = ({ words, placedFor, serviceId }: PlaceDraft) =>
  !!cleaned(words ?? '') || !!placedFor?.alias || serviceId !== undefined

const inFront = ({ place: before, aside, ...kept }: Kept, place: PlaceDraft): Kept => ({
  ...kept,
  place,
  aside: isBegun(before) ? [before, ...aside].slice(0, MOST_ASIDE) : aside,
})

function current(): Kept {
  const { place, event, own, forms, aside } = useDrafts.getState()
  return { place, event, own, forms, aside }
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
    const { place, event, own, forms, aside } = JSON.parse(text) as Partial<Kept>
    return { place: place ?? {}, event: event ?? {}, own: own ?? {}, forms: forms ?? {}, aside: aside ?? [] }
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

import type { PlaceArgs } from 'domain/place'
import { create } from 'zustand'
import { StorageFull } from '@/platform/port'

type Fields = Omit<PlaceArgs, 'id' | 'consent'>
/** What somebody has written so far on the form 点单. `consent` is ticked anew each time, so it is never kept. */
export type PlaceDraft = { [Field in keyof Fields]?: Fields[Field] | undefined }

export interface Drafts {
  place: PlaceDraft
}

/** Where drafts outlive the app; the app gives it, so that the store names no storage. */
export interface DraftKeeper {
  load(): string | undefined
  /** @throws StorageFull */
  save(text: string | undefined): void
}

let keeper: DraftKeeper | undefined

export const useDrafts = create<Drafts>(() => ({ place: {} }))

/** Reads what was written in an earlier run; from then on every change is kept. */
export function keepDraftsIn(by: DraftKeeper): void {
  keeper = by
  const text = by.load()
  if (!text) return
  const place = read(text)
  if (place) useDrafts.setState({ place })
  else by.save(undefined)
}

/** Undefined where it was torn while being written. */
function read(text: string): PlaceDraft | undefined {
  try {
    const place: unknown = JSON.parse(text)
    return typeof place === 'object' && place !== null ? place : undefined
  } catch {
    return undefined
  }
}

/** On a phone that is full the draft stands on the form, as long as the app is open. */
function keep(text: string | undefined) {
  try {
    keeper?.save(text)
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error
  }
}

/** Called at every keystroke. */
export function writePlaceDraft(changes: PlaceDraft): void {
  const place = { ...useDrafts.getState().place, ...changes }
  useDrafts.setState({ place })
  keep(JSON.stringify(place))
}

/** After it was sent, or when somebody starts afresh. */
export function clearPlaceDraft(): void {
  useDrafts.setState({ place: {} })
  keep(undefined)
}

import type { PlaceArgs } from 'domain/place'
import { create } from 'zustand'

type Fields = Omit<PlaceArgs, 'id' | 'consent'>
/** What somebody has written so far on the form 点单. `consent` is ticked anew each time, so it is never kept. */
export type PlaceDraft = { [Field in keyof Fields]?: Fields[Field] | undefined }

export interface Drafts {
  place: PlaceDraft
}

/** Where drafts outlive the app; the app gives it, so that the store stays free of the platform. */
export interface DraftKeeper {
  load(): string | undefined
  save(text: string | undefined): void
}

let keeper: DraftKeeper | undefined

export const useDrafts = create<Drafts>(() => ({ place: {} }))

/** Reads what was written in an earlier run; from then on every change is kept. */
export function keepDraftsIn(by: DraftKeeper): void {
  keeper = by
  const text = by.load()
  if (!text) return
  try {
    useDrafts.setState({ place: JSON.parse(text) as PlaceDraft })
  } catch {
    by.save(undefined) // torn while being written
  }
}

/** Called at every keystroke. */
export function writePlaceDraft(changes: PlaceDraft): void {
  const place = { ...useDrafts.getState().place, ...changes }
  useDrafts.setState({ place })
  keeper?.save(JSON.stringify(place))
}

/** After it was sent, or when somebody starts afresh. */
export function clearPlaceDraft(): void {
  useDrafts.setState({ place: {} })
  keeper?.save(undefined)
}

import type { Command, CommandArgs } from 'domain/commands'
import { create } from 'zustand'
import { dismiss } from '@/client'
import { switchTab } from '@/platform/navigation'
import type { RefusedCommand } from '@/store/appState'
import { beginPlaceDraft, type PlaceDraft } from '@/store/drafts'
import { orderWords } from '../view/needStory'

/** What was wrong with the order on the form: where, and what to do about it. */
export const useMending = create<{ field?: string | undefined; text?: string | undefined }>(() => ({}))
export const mended = () => useMending.setState({ field: undefined, text: undefined })

type PlaceCommand = Extract<Command, { name: 'need.place' }>

/** An order that was refused goes back onto the form, where it can be mended and sent anew. */
export function mendPlace({ command, code, text }: RefusedCommand): void {
  if (command.name !== 'need.place') return
  beginPlaceDraft(draftOf(command))
  useMending.setState({ field: fieldOf(code, command.args), text })
  dismiss(command.id)
  switchTab('/pages/place/index')
}

/** As it stood on the form before it was sent; 同意 is ticked anew. */
export function draftOf({ args }: PlaceCommand): PlaceDraft {
  const { id: _id, consent: _consent, title, ...draft } = args
  // What was said for somebody who had nothing to add was not said by them.
  const unsaid = title !== undefined && draft.words === orderWords(title)
  // When a session is it says itself.
  const at = draft.kind === 'service' ? { whenSpan: undefined } : {}
  return { ...draft, ...at, ...(unsaid && { words: undefined }) }
}

/** Undefined where it is the order as a whole, or where the form sees for itself what is wrong. */
function fieldOf(code: string, { placedFor }: CommandArgs<'need.place'>): string | undefined {
  if (code === 'consentNeeded') return placedFor && !placedFor.knows ? 'knows' : 'consent'
  return FIELDS[code]
}

const FIELDS: Record<string, string> = {
  badAnswers: 'answer',
  unknownCategory: 'category',
  unknownArea: 'where',
  sessionFull: 'session',
  sessionOver: 'session',
  sessionMoved: 'session',
  alreadyBooked: 'session',
  notListed: 'session',
}

import { useState } from 'react'
import { clearForm, useDrafts, writeForm } from '@/store/drafts'

export interface KeptForm<Form> {
  form: Form
  change: (changes: Partial<Form>) => void
  /** It goes on where somebody left it. */
  resumed: boolean
  /** Not wanted: as it was before they wrote. */
  letGo: () => void
  /** The command that it becomes; none where nothing was written. */
  sendAs: string | undefined
  /** Sent: nothing of it waits any more. */
  done: () => void
}

/** A form that is kept at every keystroke, over back, a killed app and log-out, until it is sent or let go. */
export function useKeptForm<Form extends object>(name: string, fresh: () => Form): KeptForm<Form> {
  const [first, setFirst] = useState(fresh)
  const kept = useDrafts(({ forms }) => forms[name]) as Partial<Form> | undefined
  const [resumed, setResumed] = useState(kept !== undefined)
  const form = { ...first, ...kept }
  return {
    form,
    change: (changes) => writeForm(name, { ...form, ...useDrafts.getState().forms[name], ...changes }),
    resumed,
    sendAs: useDrafts(({ formIds }) => formIds[name]),
    letGo: () => {
      setResumed(false)
      clearForm(name)
    },
    done: () => {
      setFirst(form) // what was typed stands there until the page has gone
      clearForm(name)
    },
  }
}

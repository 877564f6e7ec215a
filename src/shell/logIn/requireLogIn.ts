import { useAppState } from '@/store/appState'
import { closeSheet, useSheet } from '../sheets'

let waiting: (() => void)[] = []

/**
 * Asked at the act that needs it. Resolves at once for who is logged in, otherwise after they have logged in
 * on the sheet; never when they close it: they stay where they were, and nothing they wrote is lost.
 */
export function requireLogIn(): Promise<void> {
  if (useAppState.getState().person && useAppState.getState().sync !== 'loginNeeded') return Promise.resolve()
  useSheet.setState({ open: 'logIn' })
  return new Promise((resolve) => {
    waiting = [resolve]
  })
}

/** The sheet is done: what waited goes on. */
export function loggedIn(): void {
  closeSheet()
  for (const goOn of waiting) goOn()
  waiting = []
}

export function logInDismissed(): void {
  waiting = []
  closeSheet()
}

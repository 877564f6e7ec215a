import { create } from 'zustand'

type Sheet = 'logIn' | 'outbox'

/** The sheet that lies over whatever page is in front; `AppPage` draws it. */
export const useSheet = create<{ open: Sheet | undefined }>(() => ({ open: undefined }))

export const openOutbox = () => useSheet.setState({ open: 'outbox' })
export const closeSheet = () => useSheet.setState({ open: undefined })

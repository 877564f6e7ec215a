import { create } from 'zustand'

/** The sheet that lies over whatever page is in front; `AppPage` draws it. */
export const useSheet = create<{ open: 'logIn' | undefined }>(() => ({ open: undefined }))

export const closeSheet = () => useSheet.setState({ open: undefined })

import { create } from 'zustand'

/** Asked once more before something that people would not want to have tapped by mistake. */
export interface Question {
  title: string
  text: string
  /** On the buttons. */
  yes: string
  no: string
  onYes: () => void
}

/** The sheet that lies over whatever page is in front; `AppPage` draws it. */
export const useSheet = create<{ open: 'logIn' | Question | undefined }>(() => ({ open: undefined }))

export const ask = (question: Question) => useSheet.setState({ open: question })
export const closeSheet = () => useSheet.setState({ open: undefined })

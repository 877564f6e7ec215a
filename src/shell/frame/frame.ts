import { createContext, useContext } from 'react'
import { goBack, goTo } from '@/platform/navigation'
import { pageScroll, type Scroll } from './scroll'

/** What content stands in: a page, or whatever else holds it and provides this context. */
export interface Frame {
  /** Opens a page of the app, in this frame or beside it where it can, otherwise on top of the page in front. */
  open: typeof goTo
  /** Back to what was there before, or closed. */
  leave: () => void
  scroll: Scroll
}

/** Of content that nothing else holds. */
const PAGE: Frame = { open: goTo, leave: goBack, scroll: pageScroll }

const FrameContext = createContext(PAGE)
export const FrameProvider = FrameContext.Provider
export const useFrame = () => useContext(FrameContext)
export const useScroll = () => useFrame().scroll

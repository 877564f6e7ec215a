import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { goBack, goTo } from '@/platform/navigation'
import { pageScroll, type Scroll } from './scroll'

/** What content gives to whoever draws its bars. */
export interface Content {
  title: string
  /** Where 返回 does not lead out. */
  onBack?: (() => void) | undefined
  /** Edge to edge under the bar. */
  lead?: ReactNode
  children?: ReactNode
  /** Its main act. */
  foot?: ReactNode
  /** Its sheets. */
  over?: ReactNode
}

/** What content stands in: a page, or whatever else holds it and provides this context. */
export interface Frame {
  /** Draws content with its bars; a page does by default. */
  Holder?: ComponentType<Content>
  /** Opens a page of the app, in this frame or beside it where it can, otherwise on top of the page in front. */
  open: typeof goTo
  /** Back to what was there before, or closed. */
  leave: () => void
  scroll: Scroll
}

/** Of content that nothing else holds. */
const PAGE: Frame = { open: goTo, leave: goBack, scroll: pageScroll }

const FrameContext = createContext<Frame>(PAGE)
export const FrameProvider = FrameContext.Provider
export const useFrame = () => useContext(FrameContext)
export const useScroll = () => useFrame().scroll

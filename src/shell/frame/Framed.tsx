import type { ReactNode } from 'react'
import { Nav } from '@/ui/Nav'
import { AppPage, type AppPageProps } from '../AppPage'
import { useFrame } from './frame'

export type FramedProps = AppPageProps & {
  /** On the bar of a page, or of whatever else holds the content. */
  title: string
  /** A page's own bar, in place of the one with title and 返回. */
  nav?: ReactNode
  /** That bar is as light as what stands under it. */
  surface?: boolean
  /** Where 返回 does not lead out. */
  onBack?: (() => void) | undefined
}

/** Root of all content: bars, foot and sheets, drawn as whoever holds it draws them. */
export function Framed({ title, nav, surface, onBack, ...page }: FramedProps) {
  const { leave } = useFrame()
  return (
    <AppPage
      {...page}
      nav={nav ?? <Nav title={title} {...(surface && { surface })} onBack={onBack ?? leave} />}
    />
  )
}

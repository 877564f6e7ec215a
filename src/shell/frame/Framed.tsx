import type { ReactNode } from 'react'
import { Nav } from '@/ui/Nav'
import { AppPage, type AppPageProps } from '../AppPage'
import { type Content, useFrame } from './frame'

export type FramedProps = AppPageProps &
  Content & {
    /** A page's own bar, in place of the one with title and 返回. */
    nav?: ReactNode
    /** That bar is as light as what stands under it. */
    surface?: boolean
  }

/** Root of all content: bars, foot and sheets, drawn as whoever holds it draws them. */
export function Framed({ title, nav, surface, onBack, ...page }: FramedProps) {
  const { Holder, leave } = useFrame()
  if (Holder) return <Holder title={title} onBack={onBack} {...page} />
  return (
    <AppPage
      {...page}
      nav={nav ?? <Nav title={title} {...(surface && { surface })} onBack={onBack ?? leave} />}
    />
  )
}

import { View } from '@tarojs/components'
import type { ComponentType, ReactNode } from 'react'
import { urlOf } from '@/platform/navigation'
import type { PagePath, ParamsOf } from '@/routes'
import { type Frame, useFrame } from './frame'
import { PaneFrame } from './PaneFrame'
import { useOpened } from './useOpened'
import './frames.css'

interface PanesProps {
  /** Stands on the left for as long as the page does. */
  main: ReactNode
  /** The pages that can stand on the right, by components that stay the same; any other opens on top of all. */
  contents: { [P in PagePath]?: ComponentType<Partial<ParamsOf<P>>> }
  /** On the right while nothing is open. */
  nothing: ReactNode
}

/** Two panes side by side: what is opened in either opens on the right, and stands in the address. */
export function Panes({ main, contents, nothing }: PanesProps) {
  const outer = useFrame()
  const right = useOpened()
  const [path, query] = (right.opened ?? '').split('?')
  const Opened = contents[path as PagePath] as ComponentType<object> | undefined
  const open: Frame['open'] = (to, ...params) =>
    to in contents ? right.open(urlOf(to, ...params)) : outer.open(to, ...params)
  return (
    <View className='panes'>
      <PaneFrame name='左栏' open={open} leave={outer.leave}>
        {main}
      </PaneFrame>
      <PaneFrame key={right.opened} name='右栏' open={open} leave={right.leave}>
        {Opened ? <Opened {...Object.fromEntries(new URLSearchParams(query))} /> : nothing}
      </PaneFrame>
    </View>
  )
}

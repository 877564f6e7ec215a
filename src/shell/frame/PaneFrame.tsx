import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Nav } from '@/ui/Nav'
import { GuardedFrame } from '../Guarded'
import { GuardedContent } from '../GuardedContent'
import { elementScroll } from './elementScroll'
import { type Content, type Frame, FrameProvider, useFrame } from './frame'

type PaneFrameProps = Pick<Frame, 'open' | 'leave'> & {
  /** For those who do not see where it stands. */
  name: string
  children: ReactNode
}

/** A column of a wide screen that scrolls by itself. For browsers. */
export function PaneFrame({ name, open, leave, children }: PaneFrameProps) {
  const [pane] = useState(newPane)
  return (
    <View className='pane' role='region' aria-label={name}>
      <FrameProvider value={{ ...pane, open, leave }}>{children}</FrameProvider>
    </View>
  )
}

function newPane(): Pick<Frame, 'Holder' | 'scroll'> {
  const { scroll, attach } = elementScroll()
  return { scroll, Holder: (content) => <Pane {...content} attach={attach} /> }
}

function Pane({
  title,
  lead,
  foot,
  over,
  children,
  onBack,
  attach,
}: Content & { attach: (body: HTMLElement | null) => void }) {
  const { leave } = useFrame()
  return (
    <>
      <Nav title={title} onBack={onBack ?? leave} />
      <View>
        <GuardedFrame part='lead'>{lead}</GuardedFrame>
      </View>
      <View className='pane__body' ref={attach}>
        <GuardedContent>{children}</GuardedContent>
      </View>
      <View>
        <GuardedFrame part='foot'>{foot}</GuardedFrame>
      </View>
      <View>
        <GuardedFrame part='over'>{over}</GuardedFrame>
      </View>
    </>
  )
}

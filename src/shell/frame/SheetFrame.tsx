import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Sheet } from '@/ui/Sheet'
import { GuardedFrame } from '../Guarded'
import { GuardedContent } from '../GuardedContent'
import { elementScroll } from './elementScroll'
import { type Content, type Frame, FrameProvider, useFrame } from './frame'
import './frames.css'

/** A sheet, in the `over` of other content: what is opened from it opens there, and closes it. For browsers. */
export function SheetFrame({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const outer = useFrame()
  const [sheet] = useState(newSheet)
  const open: Frame['open'] = (path, ...params) => {
    onClose()
    outer.open(path, ...params)
  }
  return <FrameProvider value={{ ...sheet, open, leave: onClose }}>{children}</FrameProvider>
}

function newSheet(): Pick<Frame, 'Holder' | 'scroll'> {
  const { scroll, attach } = elementScroll()
  return { scroll, Holder: (content) => <InSheet {...content} attach={attach} /> }
}

function InSheet({
  title,
  lead,
  foot,
  over,
  children,
  attach,
}: Content & { attach: (body: HTMLElement | null) => void }) {
  const { leave } = useFrame()
  return (
    <>
      <Sheet
        title={title}
        onClose={leave}
        body={attach}
        actions={<GuardedFrame part='foot'>{foot}</GuardedFrame>}
      >
        <GuardedFrame part='lead'>{lead}</GuardedFrame>
        <GuardedContent>{children}</GuardedContent>
      </Sheet>
      <View>
        <GuardedFrame part='over'>{over}</GuardedFrame>
      </View>
    </>
  )
}

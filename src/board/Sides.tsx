import { NeedContent } from '@/need/detail/NeedContent'
import { DispatchContent } from '@/need/dispatch/DispatchContent'
import { Queue } from '@/need/queue/Queue'
import { Framed } from '@/shell/frame/Framed'
import { Panes } from '@/shell/frame/Panes'

import { useNow } from '@/store/clock'
import { useMe } from '@/store/lists'

import { Empty } from '@/ui/Empty'
import { Block, Frame } from './Block'

const CONTENTS = {
  '/pages/need/index': ({ id = '' }) => <NeedContent id={id} />,
  '/desk/dispatch/index': DispatchContent,
}

/** Whole contents of the app beside each other. Who is logged in as a secretary has a queue to choose from. */
export function Sides() {
  const me = useMe()
  const now = useNow()
  return (
    <Block wide title='两栏：左边点开，右边看；地址记得开着什么'>
      <Frame height='l'>
        <Panes
          contents={CONTENTS}
          main={
            <Framed title='派单台'>
              {me ? <Queue me={me} now={now} /> : <Empty icon='lock' title='书记登录后，这里是派单台' />}
            </Framed>
          }
          nothing={<Empty icon='clipboard-check' title='在左边点一单，在这里看' />}
        />
      </Frame>
    </Block>
  )
}

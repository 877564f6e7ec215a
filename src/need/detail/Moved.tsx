import { View } from '@tarojs/components'
import { movedSitting } from '@/listing/view/sitting'
import { useFrame } from '@/shell/frame/frame'
import { useSay } from '@/shell/useSay'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { isMine } from '../store/needs'

interface MovedProps {
  view: NeedView
  /** Gives the place back; none where it cannot be any more. */
  onGiveBack: (() => void) | undefined
}

/** The session that was ordered is at another time, or is not held: both times, and the place may be given back. */
export function Moved({ view, onGiveBack }: MovedProps) {
  const frame = useFrame()
  const say = useSay()
  const moved = movedSitting(view)
  if (!moved) return null
  const { serviceId } = view.need
  return (
    <Card>
      <View className='t-head'>{moved.now ? '这一场改了时间' : '这一场取消了'}</View>
      <View className='t-body mt-2'>原来：{say(moved.was)}</View>
      <View className='t-body t-m mt-1'>现在：{moved.now ? say(moved.now) : '不办了'}</View>
      <View className={isMine(view) ? 'row g-3 mt-3' : ''}>
        {isMine(view) && serviceId && (
          <Btn
            grow
            size='s'
            text='看别的场次'
            onTap={() => frame.open('/community/service/index', { id: serviceId })}
          />
        )}
        {isMine(view) && onGiveBack && <Btn grow size='s' look='ink' text='退掉名额' onTap={onGiveBack} />}
      </View>
    </Card>
  )
}

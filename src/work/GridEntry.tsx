import { View } from '@tarojs/components'
import { isOpen } from 'domain/need/status'
import { startPlaceFor } from '@/need/place/startPlace'
import { useMyReports } from '@/need/store/needs'
import { useFrame } from '@/shell/frame/frame'
import { Form, FormRow } from '@/ui/FormRow'

/** For who collects in the field: what they see, and what they are asked for by people without a phone. */
export function GridEntry() {
  const frame = useFrame()
  const events = useMyReports()
  const waiting = events.filter(({ local }) => local).length
  const open = events.filter(({ need }) => isOpen(need)).length
  const told = waiting > 0 ? `${waiting} 件等着送出` : open > 0 ? `${open} 件在办` : undefined
  return (
    <View className='mt-3'>
      <Form>
        <FormRow
          icon='road'
          title='网格事件'
          note='看到了就报，没网也行'
          value={told}
          onTap={() => frame.open('/grid/event/index')}
        />
        <FormRow
          icon='home-heart'
          title='代点单'
          note='替没有手机的人说一件事'
          onTap={() => void startPlaceFor()}
        />
      </Form>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useMyTasks } from '@/need/store/needs'
import { hoursText } from '@/person/person'
import { Card } from '@/ui/Card'

/** Service time and how often, for oneself alone: nobody is compared. */
export function Helped() {
  const ended = useMyTasks({ ended: true })
  const minutes = ended.reduce((sum, { mine }) => sum + (mine?.servedMin ?? 0), 0)
  const { figure, unit } = hoursText(minutes)
  return (
    <View>
      <Card pad={false}>
        <View className='stats'>
          <View className='stats__i'>
            <View className='stats__n'>
              {figure}
              <View className='unit'>{unit}</View>
            </View>
            <View className='t-foot'>服务时长</View>
          </View>
          <View className='stats__i'>
            <View className='stats__n'>
              {ended.length}
              <View className='unit'>次</View>
            </View>
            <View className='t-foot'>帮过的忙</View>
          </View>
        </View>
      </Card>
    </View>
  )
}

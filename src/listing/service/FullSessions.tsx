import { View } from '@tarojs/components'
import { dismiss } from '@/client'
import { mendPlace } from '@/need/place/mendPlace'
import { useAppState } from '@/store/appState'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'

/** Orders of this service that came too late for their sitting: what was said is still there for another. */
export function FullSessions({ serviceId }: { serviceId: string }) {
  const refused = useAppState((state) => state.refused)
  const here = refused.filter(
    ({ command }) => command.name === 'need.place' && command.args.serviceId === serviceId,
  )
  return (
    <View>
      {here.map((each) => (
        <View key={each.command.id} className='mt-3'>
          <Card>
            <Note tone='warn'>{each.text}</Note>
            <View className='row g-3 mt-3'>
              <Btn grow size='s' text='不约了' onTap={() => dismiss(each.command.id)} />
              <Btn grow size='s' look='ink' text='换一场' onTap={() => mendPlace(each)} />
            </View>
          </Card>
        </View>
      ))}
    </View>
  )
}

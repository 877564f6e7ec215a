import { View } from '@tarojs/components'
import { isHelper } from 'domain/kernel/actor'
import { useMe } from '@/store/lists'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { MyNeeds } from '../MyNeeds'
import { useMyNeeds } from '../store/needs'

/** What a resident takes part in, and how to become one who helps. */
export function MyPart({ now }: { now: string }) {
  const me = useMe()
  const helps = me !== undefined && isHelper(me)
  const views = useMyNeeds()
  return (
    <View>
      <Section tight title='我的点单' note={views.length > 0 ? `${views.length} 件` : undefined} />
      <MyNeeds views={views} now={now} />
      <View>{!helps && <JoinIn />}</View>
    </View>
  )
}

function JoinIn() {
  return (
    <View>
      <Section title='也想搭把手' />
      <Card>
        <View className='t-sub'>
          党员、志愿者在这里接单。想帮邻居的忙，请到社区党群服务中心登记成志愿者，登记好了，这里就会出现接单大厅。
        </View>
        <View className='mt-3'>
          <Note icon='heart-handshake'>接单全凭自愿，不接不扣分，也没有排名</Note>
        </View>
      </Card>
    </View>
  )
}

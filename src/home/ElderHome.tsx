import { View } from '@tarojs/components'
import { weekday } from '@/format/times'
import { openList } from '@/lists/openList'
import { useUnderWay } from '@/need/useUnderWay'
import { readAloud } from '@/need/view/spoken'
import { switchTab } from '@/platform/navigation'
import { callPhone } from '@/platform/reach'
import { AskFamily } from '@/shell/elderHelp/AskFamily'
import { ReadAloud } from '@/shell/elderHelp/ReadAloud'
import { useOfficePhone } from '@/shell/elderHelp/useOfficePhone'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { useCommunity } from '@/store/appState'
import { useBrandName } from '@/store/catalogue'
import { useNow } from '@/store/clock'
import { setElder } from '@/store/preferences'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icons'
import { TopNav } from '@/ui/Nav'
import { press } from '@/ui/press'
import { MyMatter } from './MyMatter'
import './elderHome.css'

const toForm = () => switchTab('/pages/place/index')

/** 首页, 长辈版: six ways on at most, each with its words. */
export function ElderHome() {
  const frame = useFrame()
  const brand = useBrandName()
  const now = useNow()
  const lost = useCommunity() === undefined
  const phone = useOfficePhone()
  const underWay = useUnderWay()
  return (
    <Framed title={brand} tab='home' nav={<TopNav brand={brand} />}>
      <View className='elder-hello'>
        <View className='t-title'>您好，今天{weekday(now)}</View>
        <View className='elder-out' {...press(() => setElder(false), { label: '回到标准版' })}>
          <Icon name='arrow-back-up' />
          标准版
        </View>
      </View>
      <View className='elder-ask' {...press(toForm, { label: '请人帮忙，说一件事就行' })}>
        <Icon name='hand-stop' />
        <View className='grow'>
          <View className='elder-ask__t'>请人帮忙</View>
          <View className='elder-ask__d'>说一件事就行</View>
        </View>
      </View>
      <View className='elder-pair'>
        {phone && <Tile icon='phone' text='打给社区' onTap={() => callPhone(phone)} />}
        {lost && <Tile icon='map-pin' text='选社区' onTap={() => frame.open('/community/areas/index')} />}
        <Tile icon='hand-click' text='点选服务' onTap={() => openList('service')} />
      </View>
      <View>
        <Guarded part='my matter' of={underWay[0]}>
          {underWay[0] && <MyMatter view={underWay[0]} count={underWay.length} now={now} />}
        </Guarded>
      </View>
      <View>
        <ReadAloud text={readAloud(underWay, now)} />
      </View>
      <AskFamily />
    </Framed>
  )
}

function Tile({ icon, text, onTap }: { icon: IconName; text: string; onTap: () => void }) {
  return (
    <View className='elder-tile' {...press(onTap)}>
      <Icon name={icon} />
      <View className='t-head'>{text}</View>
    </View>
  )
}

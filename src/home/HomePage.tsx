import { View } from '@tarojs/components'
import { saidName } from 'domain/kernel/area'
import { refresh } from '@/client'
import { greeting } from '@/format/times'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { guardedPage } from '@/shell/guardedPage'
import { Later } from '@/shell/Later'
import { NoCommunity } from '@/shell/NothingYet'
import { useAppState, useCommunity, useIsGuest } from '@/store/appState'
import { useBrandName } from '@/store/catalogue'
import { useTimed } from '@/store/clock'
import { useArea } from '@/store/lists'
import { setElder, useElder } from '@/store/preferences'
import { TopNav } from '@/ui/Nav'
import { ElderHome } from './ElderHome'
import { GuestNeeds } from './GuestNeeds'
import { Hero } from './Hero'
import { ListTiles } from './ListTiles'
import { MyNeedRows } from './MyNeedRows'
import { Nearby } from './Nearby'
import './home.css'

/** 首页 */
function HomePage() {
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  return useElder() ? <ElderHome /> : <Home />
}

export default guardedPage('home', HomePage, { title: '首页', tab: 'home' })

function Home() {
  const frame = useFrame()
  const brand = useBrandName()
  const community = useCommunity()
  const area = useArea(community)
  const filled = useAppState((state) => state.filled)
  const guest = useIsGuest()
  const hello = useTimed(greeting, [])

  return (
    <Framed
      title={brand}
      tab='home'
      nav={
        <TopNav
          brand={brand}
          onHoldBrand={() => setElder(true)}
          place={area ? saidName(area.name) : '选社区'}
          onPlace={() => frame.open('/community/areas/index')}
        />
      }
    >
      <View className='home-hello t-title-l'>
        <View className='home-hello__part'>{hello}，</View>
        <View className='home-hello__part'>需要帮什么忙？</View>
      </View>
      <Guarded part='hero'>
        <Hero />
      </Guarded>
      <View>
        <Guarded part='my needs'>{guest ? community && filled && <GuestNeeds /> : <MyNeedRows />}</Guarded>
      </View>
      <View>
        <Guarded part='lists'>{community && filled && <ListTiles />}</Guarded>
      </View>
      <View>
        {community ? (
          <Later>
            <Guarded part='nearby' of={community}>
              <Nearby community={community} />
            </Guarded>
          </Later>
        ) : (
          <View className='mt-4'>
            <NoCommunity />
          </View>
        )}
      </View>
    </Framed>
  )
}

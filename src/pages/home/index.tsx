import { View } from '@tarojs/components'
import { saidName } from 'domain/area'
import { BRAND } from '@/brand'
import { refresh } from '@/client'
import { TopNav } from '@/components/Nav'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { goTo } from '@/platform/navigation'
import { useArea } from '@/store/lists'
import { setElder, useElder } from '@/store/preferences'
import { useCommunity, useIsGuest, useSession } from '@/store/session'
import { greeting } from '@/view/times'
import { AppPage } from '../AppPage'
import { Later } from '../Later'
import { NoCommunity } from '../NothingYet'
import { useNow } from '../useNow'
import { ElderHome } from './ElderHome'
import { GuestNeeds } from './GuestNeeds'
import { Hero } from './Hero'
import { ListTiles } from './ListTiles'
import { MyNeedRows } from './MyNeedRows'
import { Nearby } from './Nearby'
import './home.css'

/** 首页 */
export default function HomePage() {
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  return useElder() ? <ElderHome /> : <Home />
}

function Home() {
  const community = useCommunity()
  const area = useArea(community)
  const filled = useSession((state) => state.filled)
  const guest = useIsGuest()
  const now = useNow()

  return (
    <AppPage
      tab='home'
      nav={
        <TopNav
          brand={BRAND.name}
          onHoldBrand={() => setElder(true)}
          place={area ? saidName(area.name) : '选社区'}
          onPlace={() => goTo('/community/areas/index')}
        />
      }
    >
      <View className='home-hello t-title-l'>
        <View className='home-hello__part'>{greeting(now)}，</View>
        <View className='home-hello__part'>需要帮什么忙？</View>
      </View>
      <Hero />
      <View>{guest ? community && filled && <GuestNeeds /> : <MyNeedRows />}</View>
      <View>{community && filled && <ListTiles />}</View>
      <View>
        {community ? (
          <Later>
            <Nearby community={community} />
          </Later>
        ) : (
          <View className='mt-4'>
            <NoCommunity />
          </View>
        )}
      </View>
    </AppPage>
  )
}

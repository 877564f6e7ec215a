import { View } from '@tarojs/components'
import { refresh } from '@/client'
import { Empty } from '@/components/Empty'
import { Nav } from '@/components/Nav'
import { AppPage } from '@/pages/AppPage'
import { guardedPage } from '@/pages/guardedPage'
import { MyNeeds } from '@/pages/MyNeeds'
import { requireLogIn } from '@/pages/requireLogIn'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { goBack } from '@/platform/navigation'
import { useNow } from '@/store/clock'
import { useMyNeeds } from '@/store/needs'
import { useIsGuest } from '@/store/session'

/** 我的点单: placed by me or for me, newest first. */
function MyNeedsPage() {
  const views = useMyNeeds()
  const guest = useIsGuest()
  const now = useNow()
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  return (
    <AppPage nav={<Nav title='我的点单' onBack={goBack} />}>
      <View className='mt-2'>
        {guest ? (
          <Empty
            icon='user'
            title='登录后看得到'
            note='您点过的单都在这里'
            action={{ text: '登录', onTap: () => void requireLogIn() }}
          />
        ) : (
          <MyNeeds views={views} now={now} />
        )}
      </View>
    </AppPage>
  )
}

export default guardedPage('needs', MyNeedsPage, { title: '我的点单' })

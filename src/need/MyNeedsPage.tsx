import { View } from '@tarojs/components'
import { refresh } from '@/client'
import { stopPullDown } from '@/platform/dialog'
import { usePullDownRefresh } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useIsGuest } from '@/store/appState'
import { useNow } from '@/store/clock'
import { Empty } from '@/ui/Empty'
import { MyNeeds } from './MyNeeds'
import { useMyNeeds } from './store/needs'

/** 我的点单: placed by me or for me, newest first. */
function MyNeedsPage() {
  const views = useMyNeeds()
  const guest = useIsGuest()
  const now = useNow()
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  return (
    <Framed title='我的点单'>
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
    </Framed>
  )
}

export default guardedPage('needs', MyNeedsPage, { title: '我的点单' })

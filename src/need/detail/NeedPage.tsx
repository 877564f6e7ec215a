import { fetchNeed, refresh } from '@/client'
import { stopPullDown } from '@/platform/dialog'
import { usePageParams, usePullDownRefresh, useShareAppMessage } from '@/platform/hooks'
import { goBack } from '@/platform/navigation'
import { AppPage } from '@/shell/AppPage'
import { guardedPage } from '@/shell/guardedPage'
import { useNow } from '@/store/clock'
import { Nav } from '@/ui/Nav'
import { useNeed } from '../store/needs'
import { Absent } from './Absent'
import { NeedDetail } from './NeedDetail'
import { cardOf } from './ShareNeed'
import { useLoaded } from './useLoaded'
import './detail.css'

/** 点单详情 */
function NeedPage() {
  const { id = '' } = usePageParams('/pages/need/index')
  const view = useNeed(id)
  const now = useNow()
  const { trouble, again } = useLoaded(id, view)
  useShareAppMessage(() => cardOf(view))
  usePullDownRefresh(() => void Promise.all([refresh(), fetchNeed(id)]).then(stopPullDown))

  if (view) return <NeedDetail view={view} />
  return (
    <AppPage nav={<Nav title='点单详情' onBack={goBack} />}>
      <Absent needId={id} trouble={trouble} now={now} onAgain={again} />
    </AppPage>
  )
}

export default guardedPage('need', NeedPage, { title: '点单详情' })

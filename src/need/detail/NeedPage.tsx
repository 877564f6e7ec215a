import { fetchNeed, refresh } from '@/client'
import { stopPullDown } from '@/platform/dialog'
import { usePageParams, usePullDownRefresh, useShareAppMessage } from '@/platform/hooks'
import { guardedPage } from '@/shell/guardedPage'
import { useNeed } from '../store/needs'
import { NeedContent } from './NeedContent'
import { cardOf } from './ShareNeed'

/** 点单详情, as a page: it is shared, and pulled down. */
function NeedPage() {
  const { id = '' } = usePageParams('/pages/need/index')
  const view = useNeed(id)
  useShareAppMessage(() => cardOf(view))
  usePullDownRefresh(() => void Promise.all([refresh(), fetchNeed(id)]).then(stopPullDown))
  return <NeedContent id={id} />
}

export default guardedPage('need', NeedPage, { title: '点单详情' })

import { View } from '@tarojs/components'
import { isHelper } from 'domain/actor'
import { BRAND } from '@/brand'
import { Form, FormRow } from '@/components/FormRow'
import { TopNav } from '@/components/Nav'
import { Section } from '@/components/Section'
import { Skeleton } from '@/components/Skeleton'
import { goTo } from '@/platform/navigation'
import { useMe } from '@/store/lists'
import { useMyNeeds } from '@/store/needs'
import { useAttentionCount, useIsGuest, useSession, useWaitingCount } from '@/store/session'
import { AppPage } from '../AppPage'
import { dispatches } from '../dispatches'
import { MyNeeds } from '../MyNeeds'
import { openOutbox } from '../sheets'
import { useNow } from '../useNow'
import { Guest } from './Guest'
import { Helped } from './Helped'
import { Identity } from './Identity'
import { Leaving } from './Leaving'
import { VERSION } from './version'
import './me.css'

/** 我的: who I am here, what I asked for, what I helped with, what is still to be sent. */
export default function MePage() {
  const me = useMe()
  const guest = useIsGuest()
  const ready = useSession((state) => state.ready)
  const outbox = useOutboxText()
  const helps = me !== undefined && isHelper(me)
  return (
    <AppPage tab='me' nav={<TopNav heading='我的' />}>
      <View>{me ? <Identity me={me} /> : guest && ready ? <Guest /> : <Skeleton count={1} />}</View>
      <View>{helps && <Helped />}</View>
      <View>{!guest && <Mine />}</View>
      <View className='mt-4'>
        <Form>
          <FormRow icon='cloud-upload' title='待发箱' value={outbox} onTap={openOutbox} />
          {helps && <FormRow icon='history' title='服务记录' onTap={() => goTo('/member/records/index')} />}
          {me && dispatches(me) && (
            <FormRow
              icon='list-details'
              title='管理服务和资源'
              onTap={() => goTo('/desk/publish/index', { list: 'service' })}
            />
          )}
        </Form>
      </View>
      <View>{!guest && <Leaving />}</View>
      <View className='t-foot t-center mt-4'>
        {BRAND.name} {VERSION}
      </View>
    </AppPage>
  )
}

function useOutboxText(): string {
  const attention = useAttentionCount()
  const waiting = useWaitingCount()
  if (attention > 0) return `${attention} 件要您看一下`
  return waiting > 0 ? `${waiting} 件待发送` : '都已送出'
}

function Mine() {
  const views = useMyNeeds()
  const now = useNow()
  const underWay = views.filter(({ need }) =>
    ['placed', 'dispatched', 'claimed', 'serving', 'served'].includes(need.status),
  )
  return (
    <View>
      <Section
        title='我的点单'
        note={views.length === 0 ? undefined : underWay.length > 0 ? `${underWay.length} 件在办` : '都办完了'}
      />
      <MyNeeds views={views} now={now} />
    </View>
  )
}

import { View } from '@tarojs/components'
import { dispatches, isHelper } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { startPlaceFor } from '@/need/place/startPlace'
import { useUnderWay } from '@/need/useUnderWay'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { guardedPage } from '@/shell/guardedPage'
import { useAppState, useAttentionCount, useIsGuest, useWaitingCount } from '@/store/appState'
import { useBrandName } from '@/store/catalogue'
import { useMe } from '@/store/lists'
import { setElder, useElder } from '@/store/preferences'
import { Form, FormRow } from '@/ui/FormRow'
import { TopNav } from '@/ui/Nav'
import { Skeleton } from '@/ui/Skeleton'
import { Switch } from '@/ui/Switch'
import { VERSION } from '@/version'
import { Guest } from './Guest'
import { Helped } from './Helped'
import { Identity } from './Identity'
import { Leaving } from './Leaving'
import { RoleSeg } from './RoleSeg'
import './me.css'

/** 我的: who I am here, what I asked for, what I helped with, what is still to be sent. */
function MePage() {
  const brand = useBrandName()
  const me = useMe()
  const guest = useIsGuest()
  const ready = useAppState((state) => state.ready)
  const helps = me !== undefined && isHelper(me)
  return (
    <Framed title='我的' tab='me' nav={<TopNav heading='我的' />}>
      <View>
        <Guarded part='identity' of={me}>
          {me ? <Identity me={me} /> : guest && ready ? <Guest /> : <Skeleton count={1} />}
        </Guarded>
      </View>
      <View>
        <Guarded part='roles' of={me}>
          {me && <RoleSeg me={me} />}
        </Guarded>
      </View>
      <View>
        <Guarded part='helped'>{helps && <Helped />}</Guarded>
      </View>
      <View className='mt-3'>
        <Form>
          <ElderRow />
        </Form>
      </View>
      <View className='mt-3'>
        <Form>
          {!guest && <MyNeedsRow />}
          <FormRow icon='users' title='帮家人点单' onTap={() => void startPlaceFor()} />
          <OutboxRow />
        </Form>
      </View>
      <View>{me && (helps || dispatches(me)) && <Kept me={me} helps={helps} />}</View>
      <View>{!guest && <Leaving />}</View>
      <View className='me-version t-foot t-center'>
        {brand} {VERSION}
      </View>
    </Framed>
  )
}

export default guardedPage('me', MePage, { title: '我的', tab: 'me' })

/** What a switch says, tapped anywhere on its row. */
function ElderRow() {
  const elder = useElder()
  return (
    <FormRow
      icon='text-size'
      title='长辈版'
      note='字更大，按钮更大，一屏一件事'
      tail={<Switch label='长辈版' on={elder} onChange={setElder} />}
    />
  )
}

function MyNeedsRow() {
  const frame = useFrame()
  const underWay = useUnderWay()
  return (
    <FormRow
      icon='clipboard-list'
      title='我的点单'
      value={underWay.length > 0 ? `${underWay.length} 件在办` : undefined}
      onTap={() => frame.open('/member/needs/index')}
    />
  )
}

function OutboxRow() {
  const frame = useFrame()
  const attention = useAttentionCount()
  const waiting = useWaitingCount()
  const told = attention > 0 ? `${attention} 件要您看一下` : waiting > 0 ? `${waiting} 件待发送` : '都已送出'
  return (
    <FormRow
      icon='cloud-upload'
      title='待发箱'
      value={told}
      onTap={() => frame.open('/pages/outbox/index')}
    />
  )
}

function Kept({ me, helps }: { me: Person; helps: boolean }) {
  const frame = useFrame()
  return (
    <View className='mt-3'>
      <Form>
        {helps && (
          <FormRow icon='history' title='服务记录' onTap={() => frame.open('/member/records/index')} />
        )}
        {dispatches(me) && (
          <FormRow
            icon='list-details'
            title='管理服务和资源'
            onTap={() => frame.open('/desk/publish/index', { list: 'service' })}
          />
        )}
      </Form>
    </View>
  )
}

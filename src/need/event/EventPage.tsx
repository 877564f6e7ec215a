import { View } from '@tarojs/components'
import { communitiesCollected } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useIsGuest } from '@/store/appState'
import { useMe } from '@/store/lists'
import { ActionBar } from '@/ui/ActionBar'
import { Empty } from '@/ui/Empty'
import { Skeleton } from '@/ui/Skeleton'
import { Stepper } from '@/ui/Stepper'
import { startPlace } from '../place/startPlace'
import { EventFields } from './EventFields'
import { EVENT_STEPS } from './gridEvent'
import { MyEvents } from './MyEvents'
import { GridSheet, Spot } from './Spot'
import { useEventForm } from './useEventForm'
import './event.css'

/** 网格事件: what is seen in the field is told on the spot, with a network or without. */
function EventPage() {
  const me = useMe()
  const communities = me ? communitiesCollected(me) : []
  return me && communities.length > 0 ? (
    <EventFormPage me={me} communities={communities} />
  ) : (
    <NotTheirs me={me} />
  )
}

export default guardedPage('event', EventPage, { title: '网格事件' })

function EventFormPage({ me, communities }: { me: Person; communities: string[] }) {
  const { form, errors, refused, write, submit } = useEventForm(me)
  const [choosing, setChoosing] = useState(false)
  const { communityCode, gridCode, spot = '' } = form
  return (
    <Framed
      title='网格事件'
      surface
      lead={
        <View className='event-steps'>
          <Stepper steps={EVENT_STEPS} step={1} />
        </View>
      }
      pad='bar'
      foot={<ActionBar main={{ text: '上报，送研判', onTap: submit }} />}
      over={
        choosing && (
          <GridSheet
            communities={communities}
            communityCode={communityCode}
            gridCode={gridCode}
            onChange={(community, grid) => write({ communityCode: community, gridCode: grid })}
            onClose={() => setChoosing(false)}
          />
        )
      }
    >
      <Spot
        spot={spot}
        communityCode={communityCode}
        gridCode={gridCode}
        error={errors.spot}
        onInput={(text) => write({ spot: text })}
        onArea={() => setChoosing(true)}
      />
      <EventFields form={form} errors={errors} refused={refused} write={write} />
      <MyEvents />
    </Framed>
  )
}

function NotTheirs({ me }: { me: Person | undefined }) {
  const guest = useIsGuest()
  return (
    <Framed title='网格事件'>
      {me || guest ? (
        <Empty
          icon='lock'
          title={guest ? '要先登录' : '网格事件由网格员上报'}
          note={guest ? '网格员、网格长和党员中心户登录后可以上报' : '您看到的问题，点一单就能报给社区'}
          action={
            guest
              ? { text: '登录', onTap: () => void requireLogIn() }
              : { text: '报一个问题', onTap: () => void startPlace({ kind: 'report' }) }
          }
        />
      ) : (
        <Skeleton count={1} />
      )}
    </Framed>
  )
}

import { View } from '@tarojs/components'
import { type Service, seatsLeft, upcoming } from 'domain/listing/service'
import { isOpen } from 'domain/need/status'
import { useState } from 'react'
import { areaText } from '@/area/areaNames'
import { refresh } from '@/client'
import { SessionRows } from '@/need/place/SessionRows'
import { startPlace } from '@/need/place/startPlace'
import { useMyNeeds } from '@/need/store/needs'
import { needRowProps } from '@/need/view/needCard'
import { stopPullDown } from '@/platform/dialog'
import { usePageParams, usePullDownRefresh } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { useFrame, useScroll } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { guardedPage } from '@/shell/guardedPage'
import { useSay } from '@/shell/useSay'
import { categoryOf } from '@/store/catalogue'
import { useNow } from '@/store/clock'
import { useService } from '@/store/lists'
import { type NeedView, useRecords } from '@/store/records'
import { ActionBar } from '@/ui/ActionBar'
import { Card } from '@/ui/Card'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { Metas } from '@/ui/Metas'
import { NeedRow } from '@/ui/NeedRow'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { useKeeperActs } from '../keeperAct'
import { ListedAbsent } from '../ListedAbsent'
import { FullSessions } from './FullSessions'

/** 服务详情 */
function ServicePage() {
  const { id = '' } = usePageParams('/community/service/index')
  const service = useService(id)
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  if (service) return <ServiceDetail service={service} />
  return (
    <Framed title='服务'>
      <View className='mt-2'>
        <ListedAbsent list='service' text='看服务清单' />
      </View>
    </Framed>
  )
}

export default guardedPage('service', ServicePage, { title: '服务' })

function ServiceDetail({ service }: { service: Service }) {
  const now = useNow()
  const scroll = useScroll()
  const sessions = upcoming(service, now)
  const free = sessions.filter((session) => seatsLeft(session) > 0)
  const [chosen, setChosen] = useState<string>()
  const [tried, setTried] = useState(false)
  const picked = free.find(({ id }) => id === chosen) ?? (free.length === 1 ? free[0] : undefined)
  const keeper = useKeeperActs('service', service)
  const order = () => {
    setTried(true)
    if (!picked) return scroll.toId('service-sessions')
    const { id, categoryCode, communityCode } = service
    void startPlace({ kind: 'service', categoryCode, communityCode, serviceId: id, sessionId: picked.id })
  }
  const open = service.listed && free.length > 0

  return (
    <Framed
      title='服务'
      pad='bar'
      foot={
        (open || keeper.length > 0) && (
          <ActionBar acts={keeper} main={open ? { text: '就要这个', onTap: order } : undefined} />
        )
      }
    >
      <About service={service} />
      <Ordered serviceId={service.id} now={now} />
      <FullSessions serviceId={service.id} />
      <View id='service-sessions'>
        <Section title='哪一场' note={free.length > 0 ? `${free.length} 场可约` : undefined} />
        {!service.listed && <Note>这项服务已经下架，约好的照常</Note>}
        {service.listed && sessions.length === 0 && (
          <Note>近期没有排场次。时间定了会写在这里，急的话可以直接点一单</Note>
        )}
        {service.listed && sessions.length > 0 && (
          <SessionRows
            sessions={sessions}
            value={picked?.id}
            error={tried && !picked ? '请选一场' : undefined}
            onChange={setChosen}
          />
        )}
      </View>
    </Framed>
  )
}

function About({ service }: { service: Service }) {
  const areas = useRecords((records) => records.areas)
  const say = useSay()
  const category = categoryOf(service.categoryCode)
  const place = areaText(areas, service.communityCode)
  return (
    <View className='mt-2'>
      <Card>
        <View className='row row--between g-2'>
          <KindLabel kind='service' text={category.name} icon={categoryIcon(category)} />
          {!service.listed && <Tag text='已下架' />}
        </View>
        <View className='t-title mt-2' role='heading' aria-level='2'>
          {service.title}
        </View>
        <View className='t-body mt-2'>{service.description}</View>
        <Metas
          metas={[
            { icon: 'users', text: service.orgName },
            { icon: 'calendar-time', text: say(service.scheduleText) },
            ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
          ]}
        />
      </Card>
    </View>
  )
}

/** What this person has ordered of it and is still to come. */
function Ordered({ serviceId, now }: { serviceId: string; now: string }) {
  const mine = useMyNeeds().filter(({ need }) => need.serviceId === serviceId && isOpen(need))
  if (mine.length === 0) return null
  return (
    <View>
      <Section title='您约了' />
      <Card pad={false}>
        {mine.map((view) => (
          <Guarded key={view.need.id} part='ordered' of={view}>
            <OrderedNeed view={view} now={now} />
          </Guarded>
        ))}
      </Card>
    </View>
  )
}

const OrderedNeed = ({ view, now }: { view: NeedView; now: string }) => {
  const frame = useFrame()
  return (
    <NeedRow
      {...needRowProps(view, now)}
      onTap={() => frame.open('/pages/need/index', { id: view.need.id })}
    />
  )
}

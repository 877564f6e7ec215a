import { View } from '@tarojs/components'
import type { Resource } from 'domain/listing/resource'
import { areaText } from '@/area/areaNames'
import { refresh } from '@/client'
import { startPlace } from '@/need/place/startPlace'
import { stopPullDown } from '@/platform/dialog'
import { usePageParams, usePullDownRefresh } from '@/platform/hooks'
import { callPhone } from '@/platform/reach'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { categoryOf } from '@/store/catalogue'
import { useArea, useResource } from '@/store/lists'
import { useRecords } from '@/store/records'
import { ActionBar } from '@/ui/ActionBar'
import { Card } from '@/ui/Card'
import { Form, FormRow } from '@/ui/FormRow'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { Tag } from '@/ui/Tag'
import { useKeeperActs } from '../keeperAct'
import { ListedAbsent } from '../ListedAbsent'

/** 资源详情 */
function ResourcePage() {
  const { id = '' } = usePageParams('/community/resource/index')
  const resource = useResource(id)
  usePullDownRefresh(() => void refresh().then(stopPullDown))
  if (resource) return <ResourceDetail resource={resource} />
  return (
    <Framed title='资源'>
      <View className='mt-2'>
        <ListedAbsent list='resource' text='看资源清单' />
      </View>
    </Framed>
  )
}

export default guardedPage('resource', ResourcePage, { title: '资源' })

function ResourceDetail({ resource }: { resource: Resource }) {
  const { title, listed, communityCode } = resource
  const phone = useArea(communityCode)?.phone
  const call = phone ? [{ icon: 'phone' as const, text: '打给社区', onTap: () => callPhone(phone) }] : []
  const acts = [...useKeeperActs('resource', resource), ...call]
  const ask = () => void startPlace({ kind: 'help', communityCode, words: `想借用“${title}”，` })
  return (
    <Framed
      title='资源'
      pad='bar'
      foot={
        (listed || acts.length > 0) && (
          <ActionBar acts={acts} main={listed ? { text: '点一单，说说想怎么用', onTap: ask } : undefined} />
        )
      }
    >
      <View className='mt-2'>
        <About resource={resource} />
      </View>
      <Section title='怎么用上' />
      <Note tone='info'>
        {listed
          ? `点一单写明哪天要用、用多久，社区会帮您联系。也可以直接到社区问${phone ? '，或给社区打电话' : ''}。`
          : '这一项暂时下架了，可以到社区问问什么时候再有。'}
      </Note>
    </Framed>
  )
}

function About({ resource }: { resource: Resource }) {
  const areas = useRecords((records) => records.areas)
  const category = categoryOf(resource.categoryCode)
  const place = areaText(areas, resource.communityCode)
  const out = resource.quantity === 0
  return (
    <View>
      <Card>
        <View className='row row--between g-2'>
          <KindLabel kind='resource' text={category.name} icon={categoryIcon(category)} />
          {!resource.listed ? (
            <Tag text='已下架' />
          ) : (
            <Tag text={out ? '暂时没有了' : '现在可用'} tone={out ? undefined : 'ok'} />
          )}
        </View>
        <View className='t-title mt-2' role='heading' aria-level='2'>
          {resource.title}
        </View>
        <View className='t-body mt-2'>{resource.description}</View>
      </Card>
      <View className='mt-3'>
        <Form>
          <FormRow icon='clock' title={resource.openText} note='开放时间' />
          <FormRow icon='user' title={resource.ownerName} note='找谁' />
          <FormRow icon='box' title={`${resource.quantity} ${resource.unit}`} note='有多少' />
          {place && <FormRow icon='map-pin' title={place} note='在哪个社区' />}
        </Form>
      </View>
    </View>
  )
}

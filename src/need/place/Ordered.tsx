import { View } from '@tarojs/components'
import { type Service, upcoming } from 'domain/listing/service'
import { findCategory } from '@/store/catalogue'
import { useNow } from '@/store/clock'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { FormLabel } from '@/ui/FormLabel'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { Link } from '@/ui/Link'
import { SessionRows } from './SessionRows'

interface OrderedProps {
  /** Not known to this phone, or taken off meanwhile: undefined. */
  service: Service | undefined
  sessionId: string | undefined
  error: string | undefined
  onSession: (id: string) => void
  onOther: () => void
}

/** 点服务: which listed service, and which of its sittings. */
export function Ordered({ service, sessionId, error, onSession, onOther }: OrderedProps) {
  const now = useNow()
  if (!service)
    return (
      <View className='mt-3'>
        <Empty
          icon='clipboard-list'
          title='这项服务不在清单上了'
          note='写好的话还在，换一项就能接着用'
          action={{ text: '看服务清单', onTap: onOther }}
        />
      </View>
    )
  const category = findCategory(service.categoryCode)
  return (
    <View>
      <View className='mt-3'>
        <Card>
          <View className='row row--between g-2'>
            <KindLabel
              kind='service'
              text={category?.name ?? '服务'}
              icon={category && categoryIcon(category)}
            />
            <Link className='t-foot' text='换一个' onTap={onOther} />
          </View>
          <View className='t-head mt-2'>{service.title}</View>
          <View className='t-foot mt-1'>{service.orgName}</View>
        </Card>
      </View>
      <View id='place-session'>
        <FormLabel text='哪一场' />
        <SessionRows sessions={upcoming(service, now)} value={sessionId} error={error} onChange={onSession} />
      </View>
    </View>
  )
}

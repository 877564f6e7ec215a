import { View } from '@tarojs/components'
import { useState } from 'react'
import { Btn } from '@/components/Btn'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Note } from '@/components/Note'
import { press } from '@/components/press'
import { callPhone, copyText } from '@/platform/reach'
import { useContact } from '@/store/contacts'
import type { NeedView } from '@/store/records'
import { reveal } from '@/sync'

const PROMISES = {
  holder: '只在您办的时候看得到，办结后自动隐藏。每次查看都有记录',
  staff: '只有社区工作人员和接单人看得到，每次查看都有记录',
} as const

interface ContactCardProps {
  view: NeedView
  as: Reach
}

/** As whom somebody may read it; who left it knows to whom it goes. */
export type Reach = keyof typeof PROMISES | 'own'

/** Address and phone: shown only after a tap that is recorded, and from then on without a network too. */
export function ContactCard({ view, as }: ContactCardProps) {
  const contact = useContact(view.need.id)
  return (
    <Card>
      {contact ? (
        <Known {...contact} name={contact.name ?? view.need.requesterName} />
      ) : (
        <Ask needId={view.need.id} as={as} />
      )}
      <View>
        {as !== 'own' && (
          <View className='row row--top g-1 mt-3 t-foot'>
            <Icon name='lock' size={14} />
            <View className='grow'>{PROMISES[as]}</View>
          </View>
        )}
      </View>
    </Card>
  )
}

interface KnownProps {
  name: string
  address?: string | undefined
  phone?: string | undefined
}

function Known({ name, address, phone }: KnownProps) {
  return (
    <View>
      <View className='row row--top g-3'>
        <View className='grow'>
          <View className='t-title'>{address ?? '没有留门牌'}</View>
          <View className='t-sub'>
            {name}
            {phone ? ` · ${phone}` : ' · 没有留电话，请社区帮忙联系'}
          </View>
        </View>
        {address && (
          <View className='act need-copy' {...press(() => copyText(address), { label: '复制地址' })}>
            <Icon name='copy' />
            <View>复制</View>
          </View>
        )}
      </View>
      {phone && (
        <View className='row g-3 mt-3'>
          <Btn grow icon='phone' text='打电话' label={`打电话给${name}`} onTap={() => callPhone(phone)} />
        </View>
      )}
    </View>
  )
}

function Ask({ needId, as }: { needId: string; as: Reach }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ask = async () => {
    setBusy(true)
    const answer = await reveal(needId)
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.text)
  }
  return (
    <View>
      <Btn
        block
        icon='eye'
        text={as === 'own' ? '看看留的门牌和电话' : '查看门牌和电话'}
        busy={busy}
        onTap={() => void ask()}
      />
      <View className={problem ? 'mt-3' : ''}>{problem && <Note tone='warn'>{problem}</Note>}</View>
    </View>
  )
}

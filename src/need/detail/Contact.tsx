import { View } from '@tarojs/components'
import { useState } from 'react'
import { reveal } from '@/client'
import { callPhone, copyText } from '@/platform/reach'
import { useContact } from '@/store/contacts'
import type { NeedView } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Link } from '@/ui/Link'
import { Metas } from '@/ui/Metas'
import { Note } from '@/ui/Note'
import { press } from '@/ui/press'

const PROMISES = {
  holder: '只在您办的时候看得到，办结后自动隐藏。每次查看都有记录',
  staff: '只有社区工作人员和接单人看得到，每次查看都有记录',
} as const

/** As whom somebody may read it; who left it knows to whom it goes. */
export type Reach = keyof typeof PROMISES | 'own'

interface ContactCardProps {
  view: NeedView
  as: keyof typeof PROMISES
}

/** Address and phone: shown only after a tap that is recorded, and from then on without a network too. */
export function ContactCard({ view: { need }, as }: ContactCardProps) {
  const contact = useContact(need.id)
  const { ask, busy, problem } = useReveal(need.id)
  return (
    <Card>
      {contact ? (
        <Known {...contact} name={contact.name ?? need.requesterName} />
      ) : (
        <Btn block icon='eye' text='查看门牌和电话' busy={busy} onTap={ask} />
      )}
      <View className={problem ? 'mt-3' : ''}>{problem && <Note tone='warn'>{problem}</Note>}</View>
      <View className='row row--top g-1 mt-3 t-foot'>
        <Icon name='lock' size={14} />
        <View className='grow'>{PROMISES[as]}</View>
      </View>
    </Card>
  )
}

/** For who left it: one line among the facts. */
export function OwnContact({ needId }: { needId: string }) {
  const contact = useContact(needId)
  const { ask, problem } = useReveal(needId)
  if (contact)
    return (
      <Metas
        metas={[
          { icon: 'home', text: contact.address ?? '没有留门牌' },
          { icon: 'phone', text: contact.phone ?? '没有留电话' },
        ]}
      />
    )
  return (
    <View className='t-foot'>
      <Link className='need-own' text='看看留下的门牌和电话' onTap={ask} />
      <View>{problem}</View>
    </View>
  )
}

function useReveal(needId: string) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ask = async () => {
    setBusy(true)
    const answer = await reveal(needId)
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.text)
  }
  return { ask: () => void ask(), busy, problem }
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

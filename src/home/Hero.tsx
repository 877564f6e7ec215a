import { View } from '@tarojs/components'
import type { NeedKind } from 'domain/category/category'
import { openList } from '@/lists/openList'
import { ofKind } from '@/need/place/usePlaceForm'
import { useCalmDraft } from '@/need/store/calmDraft'
import { switchTab } from '@/platform/navigation'
import { useDrafts, writePlaceDraft } from '@/store/drafts'
import { Icon } from '@/ui/Icon'
import { kindIcon } from '@/ui/icons'
import { kindTone } from '@/ui/kindTone'
import { press } from '@/ui/press'

const KINDS: { kind: NeedKind; text: string }[] = [
  { kind: 'wish', text: '微心愿' },
  { kind: 'help', text: '求助' },
  { kind: 'report', text: '报问题' },
  { kind: 'service', text: '挑服务' },
]

const toForm = () => switchTab('/pages/place/index')

/** The words on the form stay; only what they are about may change. */
function begin(kind: NeedKind) {
  if (kind === 'service') return openList('service')
  if (useDrafts.getState().place.kind !== kind) writePlaceDraft(ofKind(kind))
  toForm()
}

/** 我要点单, and the four kinds that a resident asks for most. */
export function Hero() {
  const { words } = useCalmDraft()
  return (
    <View className='card card--xl home-hero'>
      <View className='home-go' {...press(toForm)}>
        <Icon name='hand-stop' size={32} />
        <View className='grow'>
          <View className='home-go__t'>我要点单</View>
          <View className='home-go__d t-clip-2'>
            {words ? `接着写：${words}` : '说一句就行，社区按时回应您'}
          </View>
        </View>
      </View>
      <View className='home-kinds'>
        {KINDS.map(({ kind, text }) => (
          <View key={kind} className='home-kind' {...press(() => begin(kind))}>
            <View className={`home-kind__c ${kindTone(kind)}`}>
              <Icon name={kindIcon(kind)} size={24} />
            </View>
            {text}
          </View>
        ))}
      </View>
    </View>
  )
}

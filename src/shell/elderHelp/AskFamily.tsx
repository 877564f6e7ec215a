import { View } from '@tarojs/components'
import { calledBy, familyTitle } from '@/person/family'
import { useShareAppMessage } from '@/platform/hooks'
import { urlOf } from '@/platform/navigation'
import { shareLink } from '@/platform/share'
import { useMe } from '@/store/lists'
import { Icon } from '@/ui/Icon'
import { ShareArea } from '@/ui/ShareArea'
import './elderHelp.css'

/** 叫家人帮我点: a card that opens the form for whoever sends it. */
export function AskFamily() {
  const alias = calledBy(useMe()?.displayName)
  const card = { title: familyTitle(alias), path: urlOf('/community/family/index', { for: alias }) }
  useShareAppMessage(() => card)
  return (
    <ShareArea className='elder-line' label='叫家人帮我点' onShare={() => void shareLink(card)}>
      <Icon name='users' />
      <View className='t-head'>叫家人帮我点</View>
    </ShareArea>
  )
}

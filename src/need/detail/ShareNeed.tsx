import { View } from '@tarojs/components'
import { BRAND } from '@/brand'
import { urlOf } from '@/platform/navigation'
import { type Shared, shareLink } from '@/platform/share'
import type { NeedView } from '@/store/records'
import { Icon } from '@/ui/Icon'
import { ShareArea } from '@/ui/ShareArea'
import { shareTitle } from '../view/needShare'

/** WeChat's own menu shares whatever page is open: where the need is not for everybody, the app. */
export const cardOf = (view: NeedView | undefined): Shared =>
  (view && publicCard(view)) ?? { title: BRAND.name, path: '/pages/home/index' }

function publicCard({ need, ...view }: NeedView): Shared | undefined {
  const title = shareTitle({ need, ...view })
  return title === undefined ? undefined : { title, path: urlOf('/pages/need/index', { id: need.id }) }
}

/** 转给别人看看: somebody they know may be able to help. */
export function ShareNeed({ view }: { view: NeedView }) {
  const card = publicCard(view)
  if (!card) return null
  return (
    <View className='mt-3'>
      <ShareArea
        className='btn btn--line btn--block'
        label='转给别人看看'
        onShare={() => void shareLink(card)}
      >
        <Icon name='users' />
        <View>转给别人看看</View>
      </ShareArea>
    </View>
  )
}

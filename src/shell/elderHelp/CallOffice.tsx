import { View } from '@tarojs/components'
import { callPhone } from '@/platform/reach'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { useOfficePhone } from './useOfficePhone'
import './elderHelp.css'

/** 打给社区, as a line. Not drawn where no number is known. */
export function CallOffice() {
  const phone = useOfficePhone()
  if (!phone) return null
  return (
    <View className='elder-line' {...press(() => callPhone(phone))}>
      <Icon name='phone' />
      <View className='t-head'>打给社区</View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { press } from '@/components/press'
import { callPhone } from '@/platform/reach'
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

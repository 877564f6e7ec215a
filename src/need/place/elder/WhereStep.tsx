import { View } from '@tarojs/components'
import { useState } from 'react'
import { locationText } from '@/area/areaNames'
import { useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Field } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { CommunityRows } from '../CommunityRows'
import type { StepProps } from './stepProps'

export function WhereStep({ form, errors, focusOf, write }: StepProps) {
  const { communityCode, gridCode, contact = {} } = form
  const [moving, setMoving] = useState(false)
  const areas = useRecords((records) => records.areas)
  const choose = (code: string) => {
    write({ communityCode: code, gridCode: undefined })
    setMoving(false)
  }
  if (moving || !communityCode)
    return (
      <View id='place-where'>
        <View className='t-head'>先选社区</View>
        <View>{errors.where && <FieldError text={errors.where} />}</View>
        <View className='mt-3'>
          <CommunityRows from={communityCode} onChoose={choose} />
        </View>
      </View>
    )
  return (
    <View id='place-where'>
      <View className='t-head'>{locationText(areas, { communityCode, gridCode })}</View>
      <View className='mt-3'>
        <Field
          label='门牌号'
          placeholder='几栋几单元几号'
          value={contact.address ?? ''}
          maxLength={80}
          focusAt={focusOf('where')}
          onInput={(address) => write({ contact: { ...contact, address } })}
        />
      </View>
      <View className='t-sub mt-2'>不写也行。只给来帮忙的人和社区工作人员看</View>
      <View className='mt-4'>
        <Btn block look='line' text='不在这个社区' onTap={() => setMoving(true)} />
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { Field } from '@/ui/Field'
import { HelpedFields } from '../HelpedFields'
import { PASTED } from '../placeForm'
import { forWhomOf } from '../relations'
import type { StepProps } from './stepProps'

export function WhomStep({ form, errors, focusOf, write }: StepProps) {
  const { placedFor, contact = {} } = form
  return (
    <View>
      <View id='place-phone'>
        <Field
          label='联系电话'
          type='number'
          value={contact.phone ?? ''}
          maxLength={PASTED}
          error={errors.phone}
          focusAt={focusOf('phone')}
          onInput={(phone) => write({ contact: { ...contact, phone } })}
        />
      </View>
      <View className='t-sub mt-2'>不写也行。只给来帮忙的人和社区工作人员看</View>
      <View>
        {placedFor && (
          <HelpedFields
            whom={forWhomOf(placedFor.relation ?? '')}
            helped={placedFor}
            errors={errors}
            focusAt={focusOf('who')}
            onChange={(changes) => write({ placedFor: { ...placedFor, ...changes } })}
          />
        )}
      </View>
    </View>
  )
}

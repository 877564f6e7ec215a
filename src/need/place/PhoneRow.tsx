import { View } from '@tarojs/components'
import { useState } from 'react'
import { maskedPhone } from '@/person/person'
import { FormRow } from '@/ui/FormRow'
import { TextInput } from '@/ui/TextInput'
import { useFocus } from '@/ui/useFocus'
import { isPhone, PASTED } from './placeForm'

interface PhoneRowProps {
  phone: string
  /** who sees it, and whose it is */
  note: string
  error: string | undefined
  focusAt: number | undefined
  onInput: (phone: string) => void
}

/** 联系电话: written once; afterwards it stands there masked, and a tap changes it. */
export function PhoneRow({ phone, note, error, focusAt, onInput }: PhoneRowProps) {
  const [kept] = useState(phone)
  const [changing, setChanging] = useState(0)
  const masked = phone !== '' && phone === kept && isPhone(phone) && changing === 0
  return (
    <View id='place-phone' className='place-row'>
      {masked ? (
        <FormRow icon='phone' title={maskedPhone(phone)} note={note} onTap={() => setChanging(1)} />
      ) : (
        <FormRow icon='phone' note={note} error={error}>
          <PhoneInput
            phone={phone}
            wrong={error !== undefined}
            focusAt={focusAt ?? (changing || undefined)}
            onInput={onInput}
          />
        </FormRow>
      )}
    </View>
  )
}

interface PhoneInputProps extends Pick<PhoneRowProps, 'phone' | 'focusAt' | 'onInput'> {
  wrong: boolean
}

function PhoneInput({ phone, wrong, focusAt, onInput }: PhoneInputProps) {
  const { focused: _, ...focus } = useFocus(focusAt)
  return (
    <TextInput
      className='place-input'
      label='联系电话'
      type='number'
      value={phone}
      placeholder='联系电话'
      maxLength={PASTED}
      wrong={wrong}
      {...focus}
      onInput={onInput}
    />
  )
}

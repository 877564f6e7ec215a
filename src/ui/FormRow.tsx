import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { FieldError } from './FieldError'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type FormRowProps = {
  icon?: IconName
  title?: string | undefined
  note?: string | undefined
  /** to the right, grey */
  value?: string | undefined
  error?: string | undefined
  /** in the place of title and note: a Seg, an input */
  children?: ReactNode
  /** at the end: a Switch; an arrow is drawn when the row can be tapped */
  tail?: ReactNode
  onTap?: (() => void) | undefined
}

/** 表单行, inside a Form. */
export function FormRow({ icon, title, note, value, error, children, tail, onTap }: FormRowProps) {
  return (
    <View className={cls('form-row', children !== undefined && !note && 'form-row--wide')} {...press(onTap)}>
      {icon && (
        <View className='form-row__icon'>
          <Icon name={icon} />
        </View>
      )}
      <View className='grow'>
        {children ?? <View className='t-body'>{title}</View>}
        {note && <View className='t-foot'>{note}</View>}
        {error && <FieldError text={error} />}
      </View>
      {value && <View className={cls('form-row__value', !icon && 'form-row__value--strong')}>{value}</View>}
      {tail ??
        (onTap && (
          <View className='form-row__go'>
            <Icon name='chevron-right' />
          </View>
        ))}
    </View>
  )
}

export function Form({ children }: { children: ReactNode }) {
  return <View className='form'>{children}</View>
}

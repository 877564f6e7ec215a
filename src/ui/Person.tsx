import { View } from '@tarojs/components'
import { startOf } from 'domain/kernel/grapheme'
import type { ReactNode } from 'react'
import { Avatar, type AvatarTone } from './Avatar'
import { cls } from './cls'
import { press } from './press'
import { type Reason, Reasons } from './Reasons'
import { Tag, type TagProps } from './Tag'

export type PersonProps = {
  name: string
  /** first character of the name when left out */
  letter?: string | undefined
  tone?: AvatarTone | undefined
  tags?: TagProps[]
  note?: string | undefined
  reasons?: Reason[]
  /** reasons side by side */
  inline?: boolean
  /** a Btn or an IconBtn: then the name alone is the button, for controls do not nest */
  tail?: ReactNode
  onTap?: (() => void) | undefined
}

/** 候选人行, and the person who helps. */
export function Person(props: PersonProps) {
  const { name, letter, tone, tags = [], note, reasons = [], inline, tail, onTap } = props
  const whole = tail === undefined ? press(onTap) : onTap ? { onClick: onTap } : {}
  return (
    <View className={cls('cand', reasons.length === 0 && 'cand--plain')} {...whole}>
      <Avatar letter={letter ?? startOf(name, 1)} tone={tone} />
      <View className='cand__main'>
        <View className='cand__name'>
          <View {...(tail === undefined ? {} : press(onTap))}>{name}</View>
          {tags.map((tag) => (
            <Tag key={tag.text} {...tag} />
          ))}
        </View>
        {note && <View className='cand__note'>{note}</View>}
        {reasons.length > 0 && <Reasons reasons={reasons} inline={inline} />}
      </View>
      {tail}
    </View>
  )
}

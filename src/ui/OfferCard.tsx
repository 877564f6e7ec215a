import { View } from '@tarojs/components'
import { Btn } from './Btn'
import type { IconName } from './icons'
import { KindLabel } from './KindLabel'
import { type Meta, Metas } from './Metas'
import { press } from './press'
import { Tag, type TagProps } from './Tag'

export type OfferCardProps = {
  kind: string
  icon?: IconName | undefined
  /** name of the category */
  label: string
  title: string
  tag?: TagProps | undefined
  metas: Meta[]
  /** left of the button: places or pieces left */
  stock?: string | undefined
  action?: { text: string; onTap: () => void; disabled?: boolean; label?: string } | undefined
  onTap?: (() => void) | undefined
}

/** What ServiceCard and ResourceCard have in common: something that can be had. */
export function OfferCard({ kind, icon, label, title, tag, metas, stock, action, onTap }: OfferCardProps) {
  const whole = action ? (onTap ? { onClick: onTap } : {}) : press(onTap, { hover: 'pressed-card' })
  return (
    <View className='card need' {...whole}>
      <View className='need__top'>
        <KindLabel kind={kind} icon={icon} text={label} />
        {tag && <Tag {...tag} />}
      </View>
      <View className='need__title t-clip-2' {...(action ? press(onTap) : {})}>
        {title}
      </View>
      {metas.length > 0 && <Metas metas={metas} />}
      {(stock || action) && (
        <View className='need__foot'>
          <View className='t-foot t-2 need__stock'>{stock}</View>
          {action && <Btn size='s' {...action} />}
        </View>
      )}
    </View>
  )
}

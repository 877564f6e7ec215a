import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import { type IconName, kindIcon } from './icons'
import { kindTone } from './kindTone'
import { press } from './press'

export type TilesProps<Kind extends string> = {
  label: string
  /** with an icon of its own it is drawn grey, and dark when chosen */
  options: { kind: Kind; text: string; icon?: IconName }[]
  value: Kind | undefined
  onChange: (kind: Kind) => void
}

/** 大图块单选: the kinds of need, the types of event. */
export function Tiles<Kind extends string>({ label, options, value, onChange }: TilesProps<Kind>) {
  return (
    <View className='tiles' role='radiogroup' aria-label={label}>
      {options.map(({ kind, text, icon }) => (
        <View
          key={kind}
          className={cls('tile', kind === value && 'tile--on')}
          aria-checked={kind === value}
          {...press(() => onChange(kind), { role: 'radio' })}
        >
          <View className={cls('tile__c', icon ? 'k-plain' : kindTone(kind))}>
            <Icon name={icon ?? kindIcon(kind)} />
          </View>
          <View>{text}</View>
          {kind === value && (
            <View className='tile__tick'>
              <Icon name='check' size={14} />
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { Btn, type BtnProps } from './Btn'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type ActionBarProps = {
  /** one line above; the page then has pad='note' */
  note?: { text: string; icon?: IconName } | undefined
  acts?: { icon: IconName; text: string; onTap: () => void }[]
  /** a second button left of the main one: 不满意，重办 */
  side?: BtnProps | undefined
  main?: BtnProps | undefined
}

/** 底部操作栏: side acts and one main act. */
export function ActionBar({ note, acts = [], side, main }: ActionBarProps) {
  return (
    <View className='action-bar'>
      <View>
        {note && (
          <View className='action-bar__note'>
            {note.icon && <Icon name={note.icon} size={16} />}
            <View>{note.text}</View>
          </View>
        )}
      </View>
      <View className='action-bar__row'>
        {acts.map(({ icon, text, onTap }) => (
          <View key={text} className='act' {...press(onTap)}>
            <Icon name={icon} />
            <View>{text}</View>
          </View>
        ))}
        {side && <Btn look='line' {...side} />}
        {main && <Btn look='primary' grow {...main} />}
      </View>
    </View>
  )
}

import { ScrollView, View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { press } from './press'

export type Chip = {
  key: string
  text: string
  on?: boolean
  icon?: IconName
  /** `clear` shows a cross, `menu` an arrow: what a tap will do */
  ends?: 'clear' | 'menu' | undefined
}

export type ChipsProps = {
  label: string
  chips: Chip[]
  onTap: (key: string) => void
  /** one line that scrolls, edge to edge; otherwise they wrap */
  scroll?: boolean
  /** on white: grey until they are on */
  filled?: boolean
}

const ENDS = { clear: 'x', menu: 'chevron-down' } as const

/** 胶囊: filters, and choices of which several may be on. */
export function Chips({ label, chips, onTap, scroll, filled }: ChipsProps) {
  const row = (
    <View className={cls('chips', scroll && 'chips--row')} role='group' aria-label={label}>
      {chips.map((chip) => (
        <View
          key={chip.key}
          className={cls('chip chip--s', chip.on ? 'chip--on' : !filled && 'chip--line')}
          aria-pressed={chip.on ?? false}
          {...press(() => onTap(chip.key))}
        >
          {chip.icon && <Icon name={chip.icon} />}
          <View>{chip.text}</View>
          {chip.ends && <Icon name={ENDS[chip.ends]} />}
        </View>
      ))}
    </View>
  )
  if (!scroll) return row
  return (
    <ScrollView className='chips-scroll' scrollX enhanced showScrollbar={false}>
      {row}
    </ScrollView>
  )
}

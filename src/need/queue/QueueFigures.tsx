import { View } from '@tarojs/components'
import { cls } from '@/ui/cls'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { FIGURE_NAMES, FIGURES, type Figure } from './queueFigures'

interface QueueFiguresProps {
  /** Undefined while nobody has counted. */
  figures: Record<Figure, number> | undefined
  chosen: Figure | undefined
  onChoose: (figure: Figure | undefined) => void
}

export function QueueFigures({ figures, chosen, onChoose }: QueueFiguresProps) {
  return (
    <View className='card sum mt-3' role='group' aria-label='按情况看'>
      {FIGURE_NAMES.map((name) => {
        const { text, icon, tone } = FIGURES[name]
        const count = figures?.[name]
        const toggle = () => onChoose(name === chosen ? undefined : name)
        return (
          <View
            key={name}
            className={cls('sum__i', name === chosen && 'sum__i--on')}
            aria-pressed={name === chosen}
            {...press(toggle)}
          >
            <View className={cls('sum__n', !!count && tone && `t-${tone}`)}>{count ?? '–'}</View>
            <View className='sum__l'>
              {icon && <Icon name={icon} size={14} />}
              {text}
            </View>
          </View>
        )
      })}
    </View>
  )
}

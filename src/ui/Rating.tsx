import { View } from '@tarojs/components'
import { cls } from './cls'
import { Icon } from './Icon'
import { press } from './press'

const MOODS = [
  { score: 4, text: '很满意', icon: 'mood-happy' },
  { score: 3, text: '满意', icon: 'mood-smile' },
  { score: 2, text: '一般', icon: 'mood-empty' },
  { score: 1, text: '不满意', icon: 'mood-sad' },
] as const

export type Score = (typeof MOODS)[number]['score']
/** `value` is undefined until somebody has chosen. */
export type RatingProps = { value: Score | undefined; onChange: (score: Score) => void }

/** 评价: four moods with words, none chosen beforehand. */
export function Rating({ value, onChange }: RatingProps) {
  return (
    <View className='rating' role='radiogroup' aria-label='满意吗'>
      {MOODS.map(({ score, text, icon }) => (
        <View
          key={score}
          className={cls('rate', score === value && 'rate--on')}
          aria-checked={score === value}
          {...press(() => onChange(score), { role: 'radio' })}
        >
          <Icon name={icon} size={32} />
          <View>{text}</View>
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { Icon, lead } from './Icon'

export type SlotsProps = {
  /** how many are asked for, how many have claimed */
  total: number
  taken: number
  /** surnames of those whose name may be shown, in order of claiming */
  letters?: string[] | undefined
  /** other words than 还差 N 人 */
  text?: string | undefined
}

const MOST = 5
const CIRCLES = Array.from({ length: MOST }, (_, at) => at)

function words(total: number, taken: number) {
  if (taken >= total) return '已接满'
  return taken === 0 ? `需要 ${total} 人` : `还差 ${total - taken} 人`
}

/** 名额: who has claimed, dashed circles for who is still wanted. */
export function Slots({ total, taken, letters = [], text }: SlotsProps) {
  const shown = Math.min(taken, MOST)
  const open = Math.min(Math.max(total - taken, 0), MOST - shown)
  return (
    <View className='slots' role='img' aria-label={`${total} 个名额，${words(total, taken)}`}>
      {CIRCLES.slice(0, shown).map((circle) => (
        <View key={circle} className='slot'>
          {letters[circle] ?? <Icon name='user' size={14} />}
        </View>
      ))}
      {CIRCLES.slice(shown, shown + open).map((circle) => (
        <View key={circle} className={`slot slot--open ${lead('plus')}`} />
      ))}
      {text ?? words(total, taken)}
    </View>
  )
}

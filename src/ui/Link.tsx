import { Text } from '@tarojs/components'
import { cls } from './cls'
import { press } from './press'

/** Words in a sentence that lead somewhere: blue, for red is the next step. */
export function Link({ text, onTap, className }: { text: string; onTap: () => void; className?: string }) {
  return (
    <Text className={cls('link', className)} {...press(onTap, { role: 'link' })}>
      {text}
    </Text>
  )
}

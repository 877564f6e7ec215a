import { View } from '@tarojs/components'
import type { NeedKind } from 'domain/category/category'
import { Tiles } from '@/ui/Tiles'

const KINDS: { kind: NeedKind; text: string }[] = [
  { kind: 'wish', text: '微心愿' },
  { kind: 'help', text: '求助' },
  { kind: 'report', text: '报问题' },
  { kind: 'service', text: '挑服务' },
]

/** The kinds that people tell apart; who reports something may as well have an idea (提建议). */
export function KindPicker({ value, onChange }: { value: NeedKind; onChange: (kind: NeedKind) => void }) {
  return (
    <View className='mt-2'>
      <Tiles
        label='想要什么'
        options={KINDS}
        value={value === 'idea' ? 'report' : value}
        onChange={onChange}
      />
    </View>
  )
}

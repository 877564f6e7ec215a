import { View } from '@tarojs/components'
import type { Need } from 'domain/need/need'
import { categoryOfNeed } from '@/store/catalogue'
import { Note } from '@/ui/Note'
import { Section } from '@/ui/Section'
import { TextArea } from '@/ui/TextArea'

const MOST = 60

interface PublicTextProps {
  need: Need
  value: string
  error: string | undefined
  onChange: (text: string) => void
}

/** Of a sensitive need others read only the category and what is written here; the original stands beside it. */
export function PublicText({ need, value, error, onChange }: PublicTextProps) {
  const { name, visibility } = categoryOfNeed(need)
  const readers = visibility === 'public' ? '清单上大家看到的' : '接单前，派到的人看到的'
  return (
    <View>
      <Section title={readers} note='换个中性的说法' />
      <Note icon='shield-lock'>
        <View className='t-m'>原话只给接单的人和社区工作人员看：</View>
        <View className='mt-1'>{need.words}</View>
      </Note>
      <View className='mt-3'>
        <TextArea
          label={readers}
          placeholder={`比如：急用药需冷藏。不写就只显示“${name}”`}
          value={value}
          max={MOST}
          hint='不写姓名、病情、门牌'
          error={error}
          onInput={onChange}
        />
      </View>
    </View>
  )
}

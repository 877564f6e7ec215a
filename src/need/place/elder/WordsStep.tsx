import { View } from '@tarojs/components'
import { TextArea } from '@/ui/TextArea'
import { useWords } from '../../store/calmDraft'
import type { StepProps } from './stepProps'

export function WordsStep({ errors, focusOf, write }: StepProps) {
  return (
    <View id='place-words'>
      <TextArea
        label='想请人帮什么忙'
        value={useWords()}
        placeholder='比如：厨房水龙头一直漏水，想请人上门看看'
        hint='一句话就行'
        error={errors.words}
        focusAt={focusOf('words')}
        onInput={(words) => write({ words })}
      />
    </View>
  )
}

import { View } from '@tarojs/components'
import { catchAllOf } from '@/store/catalogue'
import { FormLabel } from '@/ui/FormLabel'
import { TextArea } from '@/ui/TextArea'
import { useWords } from '../store/calmDraft'
import { categoryOfForm, type PlaceForm } from './placeForm'

interface WordsProps {
  form: PlaceForm
  error: string | undefined
  focusAt: number | undefined
  onInput: (words: string) => void
}

/** 什么事, with what others say of that category as an example. */
export function Words({ form, error, focusAt, onInput }: WordsProps) {
  const ordered = form.kind === 'service'
  const label = ordered ? '还有什么要说明' : '什么事'
  const category = categoryOfForm(form)
  const named = category !== catchAllOf(form.kind) ? category : undefined
  const examples = named?.examples ?? ['厨房水龙头一直漏水，想请人上门看看']
  return (
    <View id='place-words'>
      <FormLabel text={label} hint={ordered ? '选填' : undefined} />
      <TextArea
        label={label}
        value={useWords()}
        placeholder={ordered ? '比如：带一位老人一起来' : `比如：${examples[0]}`}
        hint='像平时说话一样写就行'
        error={error}
        focusAt={focusAt}
        onInput={onInput}
      />
    </View>
  )
}

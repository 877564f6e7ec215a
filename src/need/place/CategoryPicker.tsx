import { View } from '@tarojs/components'
import type { Category } from 'domain/category/category'
import { Choice } from '@/ui/Choice'
import { FieldError } from '@/ui/FieldError'
import { categoryIcon, type IconName } from '@/ui/icons'
import type { Found } from './placeForm'
import { shortlist } from './shortlist'

const MORE = 'more'

interface CategoryPickerProps {
  categories: readonly Category[]
  value: string | undefined
  found: Found | undefined
  error: string | undefined
  onChange: (code: string) => void
  onMore: () => void
}

type Option = { value: string; text: string; icon?: IconName }

/** Always one line, so that nothing moves while people type. */
const saidOf = (found: Found) => {
  if (found.by !== 'asking') return SAID[found.by]
  return found.likely.length > 1 ? '像是这几类，点一个，来的人好准备' : '像是这一类，是就点一下'
}
const SAID = { guess: '听着像这一类，不对就换一个', choice: '按您选的这一类' }
const UNSAID = '先说什么事，类别帮您选'
const UNHEARD = '听不出是哪一类，不选也能提交'

/** A handful to tap at once; the others, with examples, in a sheet. Where the words leave it open: what is likely. */
export function CategoryPicker({ categories, value, found, error, onChange, onMore }: CategoryPickerProps) {
  const asking = found?.by === 'asking'
  const on = asking ? undefined : value
  const shown = asking ? found.likely : shortlist(categories, on)
  const options = shown.map((each): Option => {
    const option = { value: each.code, text: each.name }
    return each.code === on ? { ...option, icon: categoryIcon(each) } : option
  })
  if (asking || shown.length < categories.length)
    options.push({ value: MORE, text: asking ? '都不是，自己选' : '全部类别', icon: 'list-details' })
  return (
    <View id='place-category' className='mt-3'>
      <View className='t-foot'>{found ? saidOf(found) : value ? UNHEARD : UNSAID}</View>
      <View className='mt-2'>
        <Choice
          label='哪一类'
          options={options}
          value={on}
          onChange={(code) => (code === MORE ? onMore() : onChange(code))}
        />
      </View>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

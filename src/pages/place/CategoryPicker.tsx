import { View } from '@tarojs/components'
import type { Category } from 'domain/category'
import { Choice } from '@/components/Choice'
import { FieldError } from '@/components/FieldError'
import { categoryIcon, type IconName } from '@/components/icons'
import { shortlist } from './shortlist'

const MORE = 'more'

interface CategoryPickerProps {
  categories: readonly Category[]
  value: string | undefined
  error: string | undefined
  onChange: (code: string) => void
  onMore: () => void
}

type Option = { value: string; text: string; icon?: IconName }

/** A handful to tap at once; the others, with examples, in a sheet. */
export function CategoryPicker({ categories, value, error, onChange, onMore }: CategoryPickerProps) {
  const shown = shortlist(categories, value)
  const options = shown.map((each): Option => {
    const option = { value: each.code, text: each.name }
    return each.code === value ? { ...option, icon: categoryIcon(each) } : option
  })
  if (shown.length < categories.length) options.push({ value: MORE, text: '全部类别', icon: 'list-details' })
  return (
    <View id='place-category' className='mt-3'>
      <Choice
        label='哪一类'
        options={options}
        value={value}
        onChange={(code) => (code === MORE ? onMore() : onChange(code))}
      />
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

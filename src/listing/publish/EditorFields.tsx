import { View } from '@tarojs/components'
import type { Category } from 'domain/category/category'
import type { AreaCode } from 'domain/kernel/area'
import { areaText } from '@/area/areaNames'
import { useRecords } from '@/store/records'
import { Choice } from '@/ui/Choice'
import { Field, type FieldProps } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import { categoryIcon } from '@/ui/icons'

/** Where a field stands on the page, to bring it into sight. */
export const anchorOf = (name: string) => `edit-${name}`

/** A labelled line to type in. */
export function Line({ name, ...field }: FieldProps & { name: string }) {
  return (
    <View id={anchorOf(name)}>
      <FormLabel text={field.label} />
      <Field {...field} />
    </View>
  )
}

interface ChoiceProps {
  value: string
  onChange: (value: string) => void
}

/** Only where there is something to choose. */
export function CommunityChoice({ codes, value, onChange }: ChoiceProps & { codes: AreaCode[] }) {
  const areas = useRecords((records) => records.areas)
  if (codes.length < 2) return <View />
  return (
    <View>
      <FormLabel text='哪个社区' />
      <Choice
        label='哪个社区'
        options={codes.map((code) => ({ value: code, text: areaText(areas, code) ?? code }))}
        value={value}
        onChange={onChange}
      />
    </View>
  )
}

interface CategoryChoiceProps extends ChoiceProps {
  categories: readonly Category[]
  error: string | undefined
}

export function CategoryChoice({ categories, value, error, onChange }: CategoryChoiceProps) {
  return (
    <View id={anchorOf('categoryCode')}>
      <FormLabel text='类别' />
      <Choice
        label='类别'
        options={categories.map((each) => ({ value: each.code, text: each.name, icon: categoryIcon(each) }))}
        value={value || undefined}
        onChange={onChange}
      />
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

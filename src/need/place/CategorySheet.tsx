import { View } from '@tarojs/components'
import type { Category } from 'domain/category/category'
import { Form, FormRow } from '@/ui/FormRow'
import { Icon } from '@/ui/Icon'
import { categoryIcon } from '@/ui/icons'
import { Sheet } from '@/ui/Sheet'
import { groupsOf } from './shortlist'

interface CategorySheetProps {
  categories: readonly Category[]
  value: string | undefined
  onChange: (code: string) => void
  onClose: () => void
}

/** Every category of a kind by group, each with what people say when they mean it. */
export function CategorySheet({ categories, value, onChange, onClose }: CategorySheetProps) {
  return (
    <Sheet title='是哪一类事' onClose={onClose}>
      <View className='place-sheet'>
        {groupsOf(categories).map(({ group, categories: members }) => (
          <View key={group} className='place-part'>
            <View className='place-group t-foot'>{group}</View>
            <Form>
              {members.map((each) => (
                <FormRow
                  key={each.code}
                  icon={categoryIcon(each)}
                  title={each.name}
                  note={each.examples.join('、')}
                  tail={each.code === value && <Icon name='check' />}
                  onTap={() => onChange(each.code)}
                />
              ))}
            </Form>
          </View>
        ))}
      </View>
    </Sheet>
  )
}

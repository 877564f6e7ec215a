import { View } from '@tarojs/components'
import { cls } from '@/ui/cls'
import { Icon } from '@/ui/Icon'
import { Person, type PersonProps } from '@/ui/Person'
import { press } from '@/ui/press'

type PickProps = Pick<PersonProps, 'name' | 'letter' | 'tone' | 'tags' | 'note' | 'reasons'> & {
  on: boolean
  onToggle: () => void
}

/** One of whom several may be picked. */
export function PickRow({ on, onToggle, ...person }: PickProps) {
  return (
    <View className='pick' aria-checked={on} {...press(onToggle, { role: 'checkbox', label: person.name })}>
      <Person
        {...person}
        inline
        tail={
          <View className={cls('check', on && 'check--on')}>
            <Icon name='check' size={16} />
          </View>
        }
      />
    </View>
  )
}

export const toggled = (ids: string[], id: string) =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]

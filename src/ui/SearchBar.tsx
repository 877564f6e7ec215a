import { View } from '@tarojs/components'
import { Icon } from './Icon'
import { press } from './press'
import { TextInput } from './TextInput'

export type SearchBarProps = {
  value: string
  placeholder: string
  onInput: (value: string) => void
  onSearch?: (value: string) => void
  focus?: boolean
}

export function SearchBar({ value, placeholder, onInput, onSearch, focus = false }: SearchBarProps) {
  return (
    <View className='search' role='search' aria-label={placeholder}>
      <Icon name='search' />
      <TextInput
        className='search__input'
        label={placeholder}
        search
        value={value}
        placeholder={placeholder}
        focus={focus}
        maxLength={40}
        onInput={onInput}
        onDone={onSearch}
      />
      {value && (
        <View className='icon-btn' {...press(() => onInput(''), { label: '清空' })}>
          <Icon name='x' />
        </View>
      )}
    </View>
  )
}

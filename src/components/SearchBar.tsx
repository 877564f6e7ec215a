import { Input, View } from '@tarojs/components'
import { Icon } from './Icon'
import { inputName } from './inputName'
import { limited } from './limited'
import { press } from './press'

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
      <Input
        className='search__input'
        type='text'
        confirmType='search'
        value={value}
        placeholder={placeholder}
        placeholderClass='placeholder'
        focus={focus}
        {...inputName(placeholder)}
        {...limited(40, value, onInput)}
        onConfirm={(event) => onSearch?.(event.detail.value)}
      />
      {value && (
        <View className='icon-btn' {...press(() => onInput(''), { label: '清空' })}>
          <Icon name='x' />
        </View>
      )}
    </View>
  )
}

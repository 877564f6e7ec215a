import { View } from '@tarojs/components'
import { useState } from 'react'
import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'
import { Chips } from '@/ui/Chips'
import { FormLabel } from '@/ui/FormLabel'
import { SearchBar } from '@/ui/SearchBar'
import { Found } from './Found'
import { useSuggestions } from './useSuggestions'
import './search.css'

/** 搜索: over the three lists, at once in what the phone holds, and with a network in the whole town. */
function SearchPage() {
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  return (
    <Framed
      title='搜索'
      surface
      lead={
        <View className='search-lead'>
          <SearchBar focus value={typed} placeholder='搜需求、资源、服务，或单号' onInput={setTyped} />
        </View>
      }
    >
      {q ? <Found q={q} /> : <Suggestions onPick={setTyped} />}
    </Framed>
  )
}

export default guardedPage('search', SearchPage, { title: '搜索' })

function Suggestions({ onPick }: { onPick: (q: string) => void }) {
  const names = useSuggestions()
  if (names.length === 0) return <View />
  return (
    <View className='mt-4'>
      <FormLabel text='按类别找' />
      <Chips label='按类别找' chips={names.map((name) => ({ key: name, text: name }))} onTap={onPick} />
    </View>
  )
}

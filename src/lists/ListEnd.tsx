import { View } from '@tarojs/components'
import { Btn } from '@/ui/Btn'
import { Note } from '@/ui/Note'
import type { Pages } from './usePages'

/** Under the last row: more of a list that comes in pages, or what kept them from coming. */
export function ListEnd({ pages, text }: { pages: Pages; text?: string | undefined }) {
  return (
    <View className='mt-3'>
      {pages.trouble && (
        <View>
          <Note tone='warn'>{pages.trouble}</Note>
          <View className='mt-3'>
            <Btn block size='s' text='再试一次' onTap={pages.again} />
          </View>
        </View>
      )}
      {(pages.more || (pages.busy && pages.ids.length > 0)) && (
        <Btn block size='s' text='加载更多' busy={pages.busy} onTap={pages.more} />
      )}
      {text && <View className='t-foot t-center mt-3'>{text}</View>}
    </View>
  )
}

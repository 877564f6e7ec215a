import { View } from '@tarojs/components'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import type { KeptForm } from './useKeptForm'

/** Says that a form goes on where it was left, and how to begin anew. */
export function Resumed({ kept }: { kept: Pick<KeptForm<object>, 'resumed' | 'letGo'> }) {
  return (
    <View>
      {kept.resumed && (
        <View className='mt-3'>
          <Note>
            上次写到一半，内容都还在。
            <Link text='不要了，重新写' onTap={kept.letGo} />
          </Note>
        </View>
      )}
    </View>
  )
}

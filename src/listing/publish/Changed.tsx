import { View } from '@tarojs/components'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Note } from '@/ui/Note'
import type { Difference } from './differences'
import { anchorOf } from './EditorFields'

interface ChangedProps<Form, Field extends string> {
  differing: Difference<Field>[]
  /** As somebody else has saved it. */
  now: Form
  /** Takes over what is wanted of it; the other fields stay as they were typed. */
  change: (form: Partial<Form>) => void
}

/** Somebody else has saved this meanwhile: both stand side by side, field by field, and nothing typed is lost. */
export function Changed<Form extends { seen: string | null }, Field extends keyof Form & string>({
  differing,
  now: saved,
  change,
}: ChangedProps<Form, Field>) {
  const [theirs, setTheirs] = useState<readonly Field[]>([])
  if (differing.length === 0) return <View />
  const choose = (field: Field, whose: 'mine' | 'now') =>
    setTheirs([...theirs.filter((each) => each !== field), ...(whose === 'now' ? [field] : [])])
  const takeOver = () => {
    const form: Partial<Form> = {}
    for (const { field } of differing) if (theirs.includes(field)) form[field] = saved[field]
    change({ ...form, seen: saved.seen })
  }
  return (
    <View id={anchorOf('changed')} className='mt-3'>
      <Card>
        <Note tone='warn'>您打开之后，别人改过这一项。下面几处不一样，选好要哪个，再保存</Note>
        {differing.map(({ field, label, mine, now }) => (
          <View key={field} className='mt-3'>
            <View className='t-body t-m'>{label}</View>
            <View className='t-sub mt-1'>我写的：{mine || '没有写'}</View>
            <View className='t-sub mt-1'>现在的：{now || '没有写'}</View>
            <View className='mt-2'>
              <Choice
                label={label}
                options={[
                  { value: 'mine', text: '用我写的' },
                  { value: 'now', text: '用现在的' },
                ]}
                value={theirs.includes(field) ? 'now' : 'mine'}
                onChange={(whose) => choose(field, whose)}
              />
            </View>
          </View>
        ))}
        <View className='mt-3'>
          <Btn block look='ink' text='选好了' onTap={takeOver} />
        </View>
      </Card>
    </View>
  )
}

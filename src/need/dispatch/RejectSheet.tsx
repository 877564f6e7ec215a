import { View } from '@tarojs/components'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { cleaned } from 'domain/kernel/text'
import type { Need } from 'domain/need/need'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { FormLabel } from '@/ui/FormLabel'
import { Sheet } from '@/ui/Sheet'
import { TextArea } from '@/ui/TextArea'
import { actionText } from '../view/actions'
import { step } from './dispatchStep'

interface RejectSheetProps {
  need: Need
  onClose: () => void
  onDone: () => void
}

const MOST = 140
const NUMBERS = '这里有电话、证件号、车牌或账号。请写单位名字，或 12345 这样的公开短号'

const FIELDS = [
  {
    key: 'why',
    label: '为什么不受理',
    placeholder: '比如：这件事归供电所管',
    missing: '请写一句原因，点单的人会看到',
  },
  {
    key: 'where',
    label: '可以找谁',
    placeholder: '比如：打供电服务热线 95598',
    missing: '请写去处，别让人白跑一趟',
  },
] as const
type Key = (typeof FIELDS)[number]['key']

/** 这件事归供电所管。可以找：供电服务热线 95598 */
const noteOf = (said: Record<Key, string>) =>
  `${cleaned(said.why).replace(/[。.]$/, '')}。可以找：${cleaned(said.where)}`

/** 不予受理, never without saying why and where to go instead. */
export function RejectSheet({ need, onClose, onDone }: RejectSheetProps) {
  const [said, setSaid] = useState<Record<Key, string>>({ why: '', where: '' })
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<string>()
  const errorOf = (key: Key, missing: string) => {
    if (holdsPersonalData(said[key])) return NUMBERS
    return tried && !cleaned(said[key]) ? missing : undefined
  }
  const reject = () => {
    setTried(true)
    if (FIELDS.some(({ key }) => !cleaned(said[key]) || holdsPersonalData(said[key]))) return
    const refused = step({ needId: need.id, action: 'reject', note: noteOf(said) })
    if (refused) setProblem(refused)
    else onDone()
  }
  return (
    <Sheet
      title='不予受理'
      onClose={onClose}
      actions={
        <>
          <Btn look='line' grow text='再想想' onTap={onClose} />
          <Btn grow look='ink' text={actionText('reject')} onTap={reject} />
        </>
      }
    >
      <View>
        <View className='t-foot'>点单的人会原样看到这两句，需要时可以重新点单</View>
        {FIELDS.map(({ key, label, placeholder, missing }) => (
          <View key={key} className='mt-3'>
            <FormLabel text={label} />
            <TextArea
              label={label}
              placeholder={placeholder}
              value={said[key]}
              max={MOST}
              error={errorOf(key, missing)}
              onInput={(text) => setSaid({ ...said, [key]: text })}
            />
          </View>
        ))}
        {problem && <View className='t-foot t-late mt-2'>{problem}</View>}
      </View>
    </Sheet>
  )
}

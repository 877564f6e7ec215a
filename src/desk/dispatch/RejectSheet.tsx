import { View } from '@tarojs/components'
import type { Need } from 'domain/need'
import { useState } from 'react'
import { Btn } from '@/components/Btn'
import { Sheet } from '@/components/Sheet'
import { TextArea } from '@/components/TextArea'
import { toast } from '@/platform/dialog'
import { send } from '@/sync'
import { askText } from '@/view/actions'

interface RejectSheetProps {
  need: Need
  onClose: () => void
  onDone: () => void
}

/** 不予受理, never without saying why and where to go. */
export function RejectSheet({ need, onClose, onDone }: RejectSheetProps) {
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const ask = askText(need, 'reject')
  const reject = () => {
    const said = note.trim()
    if (!said) return setError('请写一句原因和去处，点单的人会看到')
    const sent = send('need.move', { needId: need.id, action: 'reject', note: said })
    if (!sent.ok) return setError(sent.text)
    toast('已告诉点单的人')
    onDone()
  }
  return (
    <Sheet
      title={ask?.question ?? '为什么不受理？'}
      onClose={onClose}
      actions={
        <>
          <Btn grow text='再想想' onTap={onClose} />
          <Btn grow look='ink' text={ask?.send ?? '不予受理'} onTap={reject} />
        </>
      }
    >
      <View className='reason-sheet'>
        <TextArea
          label='原因和去处'
          placeholder={ask?.placeholder ?? ''}
          value={note}
          max={300}
          error={error}
          onInput={(text) => {
            setNote(text)
            setError(undefined)
          }}
        />
      </View>
    </Sheet>
  )
}

import { View } from '@tarojs/components'
import { Btn } from '@/ui/Btn'
import { Sheet } from '@/ui/Sheet'
import { closeSheet, type Question } from './sheets'

/** 二次确认 */
export function QuestionSheet({ title, text, yes, no, onYes }: Question) {
  const agree = () => {
    closeSheet()
    onYes()
  }
  return (
    <Sheet
      title={title}
      onClose={closeSheet}
      actions={
        <>
          <Btn look='line' grow text={no} onTap={closeSheet} />
          <Btn look='ink' grow text={yes} onTap={agree} />
        </>
      }
    >
      <View className='t-sub'>{text}</View>
    </Sheet>
  )
}
